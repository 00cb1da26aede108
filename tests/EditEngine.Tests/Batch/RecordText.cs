using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>All that a record holds, as text: every field of it and of what lies in it, so that two that differ anywhere differ here, be a field never so new.</summary>
internal static class RecordText
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static string Of(object? record)
    {
        StringBuilder text = new();
        Write(text, record);
        return text.ToString();
    }

    /// <summary>What was read, as text. A claim is sound, whoever read it: evaluators do not look at each again.</summary>
    public static string OfRead(ReadClaim read)
    {
        Assert.DoesNotContain(read.Claim?.Validate() ?? [], problem => problem.Severity == Severity.Error);
        return Of(read);
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or Enum or bool or DateOnly or TimeOnly:
                text.Append(CultureInfo.InvariantCulture, $"'{value}'");
                break;
            case Code code:
                text.Append(CultureInfo.InvariantCulture, $"{code.System}:{code.Packed}:{code.Odd}");
                break;
            case X12SourceMap places:
                Write(text, places.Marks);
                break;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable list when IsDefault(list):
                text.Append("(not given)");
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (object? item in list)
                {
                    Write(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            default:
                text.Append('{');
                foreach (FieldInfo field in Fields.GetOrAdd(value.GetType(), Facts))
                {
                    text.Append(field.Name).Append('=');
                    Write(text, field.GetValue(value));
                    text.Append(' ');
                }

                text.Append('}');
                break;
        }
    }

    private static bool IsDefault(IEnumerable list) => list.GetType() is { IsGenericType: true } type && (bool?)type.GetProperty("IsDefault")?.GetValue(list) == true;

    // What evaluators made of it is no fact, nor is what they have to look at first.
    private static FieldInfo[] Facts(Type type) =>
        [.. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field.FieldType != typeof(Doubt) && !field.FieldType.Name.StartsWith("Made", StringComparison.Ordinal))];
}
