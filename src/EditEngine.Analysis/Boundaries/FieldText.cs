using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Values as lines of tests write them.</summary>
internal static class FieldText
{
    private static readonly SearchValues<char> NeverQuoted = SearchValues.Create("\"\u201C\u201D\r\n{");

    /// <summary>The value; null where no test can say it.</summary>
    public static string? Of(FieldType type, object value) => value switch
    {
        string text => type.Words is { Words.IsEmpty: false } words && !type.IsOpen ? words.Words.Contains(text) ? text : null : Of(text),
        Code code => Of(code),
        ImmutableArray<Code> codes => Joined(codes.Select(Of)),
        ImmutableArray<string> texts => Joined(texts.Select(Of)),
        ImmutableArray<int> positions => positions.All(position => position > 0) ? Joined(positions.Select(position => position.ToString(CultureInfo.InvariantCulture))) : null,
        DateOnly date => Of(date),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal),
        bool yes => yes ? "yes" : "no",
        decimal cents when type.Kind == FieldKind.Money => cents is >= 0 and < 100_000_000_000m ? string.Create(CultureInfo.InvariantCulture, $"${cents / 100m:0.00}") : null,
        decimal number => Of(number),
        long number => Of(number),
        _ => null,
    };

    /// <summary>A date.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A code: one of an odd form in quotes.</summary>
    public static string? Of(Code code) => code.FitsPattern ? code.ToString() : Quoted(code.ToPlainText());

    /// <summary>A text: in quotes where it is more than a plain word.</summary>
    public static string? Of(string text) => text.Length > 0 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.') && !text.Contains("..", StringComparison.Ordinal) ? text : Quoted(text);

    /// <summary>A text in quotes; null where it has signs that no text in quotes has.</summary>
    public static string? Quoted(string text) => text.AsSpan().IndexOfAny(NeverQuoted) < 0 ? $"\"{text}\"" : null;

    /// <summary>What a payer says of a claim; null where it says nothing.</summary>
    public static string? Of(FactValue? value) => value switch
    {
        { YesNo: bool yes } => yes ? "yes" : "no",
        { Number: decimal number } => Of(number),
        { Text: string text } => Of(text),
        { Spans: { IsDefault: false } spans } => spans.IsEmpty ? "none" : Joined(spans.Select(Of)),
        _ => null,
    };

    private static string? Of(FactSpan span)
    {
        string? value = span.Value is null ? "" : Of(span.Value) is string text ? " " + text : null;
        return span.From is DateOnly from && value is not null ? $"{Of(from)} ..{(span.Through is DateOnly through ? " " + Of(through) : "")}{value}" : null;
    }

    private static string? Joined(IEnumerable<string?> parts)
    {
        string?[] all = [.. parts];
        return all.Length > 0 && !all.Contains(null) ? string.Join(", ", all) : null;
    }
}
