using System.Collections.Immutable;

namespace EditEngine.Compiler.Editing;

/// <summary>A phrase that takes parts.</summary>
/// <param name="Words">The words that begin it.</param>
/// <param name="Written">How it is written, its parts in angle brackets.</param>
/// <param name="Means">What it is, in a sentence.</param>
/// <param name="Parts">What each part is, in their order.</param>
internal sealed record Phrase(string Words, string Written, string Means, params ImmutableArray<string> Parts)
{
    /// <summary>As a text with places to fill.</summary>
    public string Template
    {
        get
        {
            int place = 0;
            return System.Text.RegularExpressions.Regex.Replace(Written, "<([^>]*)>", match => $"${{{++place}:{match.Groups[1].Value}}}");
        }
    }
}

/// <summary>The phrases of values that take parts.</summary>
internal static class Phrases
{
    /// <summary>Every one.</summary>
    public static readonly ImmutableArray<Phrase> All =
    [
        new("days from", "days from <a> to <b>", "Days between two dates: 0 on the same day, negative backwards.", "a date", "a date"),
        new("minutes from", "minutes from <a> to <b>", "Minutes between two points in time.", "a point in time, as v.start_at", "a point in time"),
        new("full calendar months from", "full calendar months from <a> to <b>", "The months strictly between those of two dates.", "a date", "a date"),
        new("age of", "age of patient on <date>", "Completed years of the patient on a date; who was born on 29 February completes one on 1 March.", "a date"),
        new("calendar month of", "calendar month of <date>", "The first to the last day of a date's month.", "a date"),
        new("calendar quarter of", "calendar quarter of <date>", "The first to the last day of a date's quarter.", "a date"),
        new("calendar year of", "calendar year of <date>", "The first to the last day of a date's year.", "a date"),
        new("benefit year of", "benefit year of <date> from <start>", "Twelve months from the day and month of a date on.", "a date in the year", "a date with the day and month on which years begin"),
        new("first day of", "first day of calendar <month> of <date>", "The first day of a period.", "month, quarter or year", "a date"),
        new("last day of", "last day of calendar <month> of <date>", "The last day of a period.", "month, quarter or year", "a date"),
        new("count of", "count of <history line h> where (<condition>)", "How many things of a kind meet a condition.", "a kind, and a name for one of them", "a condition on it"),
        new("sum of", "sum of <h.units> over <history line h> where (<condition>)", "The sum of a number over things of a kind.", "a number of one of them", "a kind, and a name for one of them", "a condition on it"),
        new("least of", "least of <h.charge> over <history line h>", "The least of a number over things of a kind; also of several values in parentheses.", "a number of one of them", "a kind, and a name for one of them"),
        new("greatest of", "greatest of <h.charge> over <history line h>", "The greatest of a number over things of a kind; also of several values in parentheses.", "a number of one of them", "a kind, and a name for one of them"),
        new("first of", "first of <g> by (<date>, <number>)", "The first thing of a group or list in an order.", "a group or a list", "what it is ordered by, 'descending' for the greatest first", "what decides between equals"),
        new("last run of", "last run of (<rented h> by <date>) broken where (<condition>)", "The things of the last unbroken run.", "a kind, and a name", "a date of one of them", "a condition that breaks the run"),
        new("row", "row <r> in <@table> for <key> on <date>", "True where the table has a row for the key on the date, and names it. Without 'on' the date is that of the thing that the key names.", "a name for the row", "a table", "its key: a value, or several in parentheses", "a date"),
        new("any", "any <history line h> has (<condition>)", "Some thing of a kind meets a condition.", "a kind, and a name for one of them", "a condition on it"),
        new("every", "every <line x> has (<condition>)", "All things of a kind meet a condition; true where there is none.", "a kind, and a name for one of them", "a condition on it"),
        new("every day of", "every day of <v.date .. v.through> is in any <coverage>", "Spans of days hold all days of a range together.", "a range of days", "a fact that is spans, an authorization or a certificate of a provider"),
        new("no", "no <history line h> has (<condition>)", "No thing of a kind meets a condition.", "a kind, and a name for one of them", "a condition on it"),
        new("sample", "sample <1> in <10> by <claim.id>", "A stable part of what a value tells apart: the same claim is always in or out.", "how many", "of how many", "a value that tells them apart"),
    ];

    /// <summary>The phrases as proposals.</summary>
    public static IEnumerable<Proposal> Proposals() =>
        All.Select(phrase => new Proposal(phrase.Words, ProposalKind.Phrase, phrase.Written.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal), phrase.Means) { Text = phrase.Template, IsTemplate = true });
}
