using System.Globalization;

namespace EditEngine.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing hangs on it.</summary>
    Note,

    /// <summary>Probably not meant; the work goes on.</summary>
    Warning,

    /// <summary>Cannot be used as it is.</summary>
    Error,
}

/// <summary>The fixed part of a diagnostic: its id and the texts of its three sentences, with {0}-style places for what was seen.</summary>
/// <param name="Id">EDITnnnn, unique over all projects, never reused.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Title">A few words, for lists.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Fits">What fits there, or null.</param>
/// <param name="Help">How to fix it, or null.</param>
internal sealed record DiagnosticDescriptor(string Id, Severity Severity, string Title, string Seen, string? Fits = null, string? Help = null)
{
    /// <summary>A diagnostic of this kind at a place. A sentence that needs a value which is null is left out.</summary>
    public Diagnostic At(Place? place, params ReadOnlySpan<object?> values)
    {
        object?[] shown = values.ToArray();
        return new Diagnostic(Id, Severity, place, Fill(Seen, shown, required: true)!, Fill(Fits, shown), Fill(Help, shown));
    }

    private static string? Fill(string? sentence, object?[] values, bool required = false)
    {
        if (sentence?.AsSpan().IndexOfAny('{', '}') is null or < 0)
        {
            return sentence;
        }

        for (int i = 0; i < values.Length && !required; i++)
        {
            if (values[i] is null && sentence.Contains(string.Create(CultureInfo.InvariantCulture, $"{{{i}"), StringComparison.Ordinal))
            {
                return null;
            }
        }

        return string.Format(CultureInfo.InvariantCulture, sentence, values);
    }
}

/// <summary>One replacement of text that fixes a diagnostic.</summary>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="NewText">The new text.</param>
public sealed record Fix(string Title, SourceSpan Span, string NewText);

/// <summary>Something to report: what was seen, what fits, how to fix it, and where.</summary>
/// <param name="Id">EDITnnnn.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Place">Where, or null where there is no place.</param>
/// <param name="Seen">One sentence: what was seen.</param>
/// <param name="Fits">One sentence: what fits there.</param>
/// <param name="Help">One sentence: how to fix it.</param>
public sealed record Diagnostic(string Id, Severity Severity, Place? Place, string Seen, string? Fits = null, string? Help = null)
{
    /// <summary>A change of the text that fixes it, where one is clear.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The sentences that there are, one after the other.</summary>
    public string Message => string.Join(' ', new[] { Seen, Fits, Help }.Where(part => part is not null));

    /// <summary>One line: <c>place: error EDIT0123: message</c>.</summary>
    public override string ToString()
    {
        string severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
        return Place is null ? $"{severity} {Id}: {Message}" : $"{Place}: {severity} {Id}: {Message}";
    }
}
