using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EditEngine.Codes;

namespace EditEngine.Formats.Json;

/// <summary>Members as all writers of JSON write them: absent ones not at all, numbers without spare zeros, dates in ISO.</summary>
internal static class JsonMembers
{
    /// <summary>One line, UTF-8 as it is: these files are read by programs and people, never pasted into HTML.</summary>
    public static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A text. Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD: a claim that a host built by hand may have one.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Surrogates.Replaced(value));
        }
    }

    public static void Code(this Utf8JsonWriter json, string name, Code value)
    {
        if (!value.IsMissing)
        {
            json.WriteString(name, Surrogates.Replaced(value.ToString()));
        }
    }

    public static void Date(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is DateOnly date)
        {
            Span<char> text = stackalloc char[10];
            date.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
            json.WriteString(name, text[..length]);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is decimal number)
        {
            json.WriteNumber(name, Plain(number));
        }
    }

    public static void Dollars(this Utf8JsonWriter json, string name, long? cents) => json.Number(name, cents / 100m);

    public static void YesNo(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is bool yes)
        {
            json.WriteBoolean(name, yes);
        }
    }

    /// <summary>A list of codes; not written where it is <c>default</c>.</summary>
    public static void Codes(this Utf8JsonWriter json, string name, ImmutableArray<Code> values)
    {
        if (!values.IsDefault)
        {
            json.WriteStartArray(name);
            foreach (Code value in values)
            {
                json.WriteStringValue(Surrogates.Replaced(value.ToString()));
            }

            json.WriteEndArray();
        }
    }

    /// <summary>A list of texts; not written where it is <c>default</c>.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsDefault)
        {
            json.WriteStartArray(name);
            foreach (string value in values)
            {
                json.WriteStringValue(Surrogates.Replaced(value));
            }

            json.WriteEndArray();
        }
    }

    /// <summary>A list of objects; not written where it is <c>default</c>.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (!values.IsDefault)
        {
            json.WriteStartArray(name);
            foreach (T value in values)
            {
                json.WriteStartObject();
                write(json, value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    /// <summary>An object; not written where it is null.</summary>
    public static void Object<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            json.WriteStartObject(name);
            write(json, value);
            json.WriteEndObject();
        }
    }

    /// <summary>The list, or <c>default</c> where it is empty: for lists whose absence says the same.</summary>
    public static ImmutableArray<T> OrAbsent<T>(this ImmutableArray<T> values) => values.IsDefaultOrEmpty ? default : values;

    /// <summary>The number without zeros behind its last decimal.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
