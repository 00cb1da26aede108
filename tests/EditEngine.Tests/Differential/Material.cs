using System.Collections;
using System.Reflection;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Tests.Differential;

/// <summary>What rules speak of: their codes, days, periods, numbers and words, so that claims can be made of the same.</summary>
internal sealed class Material
{
    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    public Dictionary<CodeSystem, List<string>> Codes { get; } = [];

    public List<int> Days { get; } = [];

    public List<PeriodConstant> Periods { get; } = [];

    public List<decimal> Numbers { get; } = [];

    public Dictionary<string, List<string>> Words { get; } = new(StringComparer.Ordinal);

    public List<TableSymbol> Tables { get; } = [];

    public List<FactSymbol> Facts { get; } = [];

    public static Material Of(object root)
    {
        Material material = new();
        material.Walk(root, null);
        return material;
    }

    private void Walk(object? value, string? field)
    {
        switch (value)
        {
            case null or string or Type or Delegate:
                return;
            case CodeSet set:
                AddSet(set);
                return;
            case Constant constant:
                AddConstant(constant, field);
                return;
            case TableSymbol table:
                if (_seen.Add(table))
                {
                    Tables.Add(table);
                }

                return;
            case FactSymbol fact:
                Facts.Add(fact);
                return;
            case IEnumerable many:
                foreach (object? one in many)
                {
                    Walk(one, field);
                }

                return;
        }

        Type type = value.GetType();
        string space = type.Namespace ?? "";
        if (space is not ("EditEngine.Compiler.Binding" or "EditEngine.Compiler.Symbols") || value is FieldSymbol or LanguageType || type.IsEnum || !_seen.Add(value))
        {
            return;
        }

        AddDays(value);
        string? named = FieldIn(value) ?? field;
        foreach (PropertyInfo property in PropertiesOf(type))
        {
            Walk(property.GetValue(value), named);
        }
    }

    private void AddDays(object value)
    {
        int?[] days = value switch
        {
            BoundEdit edit => [edit.EffectiveFromDay, edit.EffectiveThroughDay, edit.MonitorFromDay],
            BoundException exception => [exception.UntilDay],
            ParameterValue parameter => [parameter.FromDay],
            ReasonSymbol reason => [reason.FromDay, reason.ThroughDay],
            _ => [],
        };
        Days.AddRange(days.OfType<int>().Where(day => day is > 0 and < 3_000_000));
    }

    private static string? FieldIn(object value) => value switch
    {
        BoundCompare compare => NameOf(compare.Left) ?? NameOf(compare.Right),
        BoundInSet set => NameOf(set.Value),
        BoundInRange range => NameOf(range.Value),
        _ => null,
    };

    private static string? NameOf(BoundExpression value) => value is BoundField field ? field.Field.Name : null;

    private static PropertyInfo[] PropertiesOf(Type type)
    {
        if (!Properties.TryGetValue(type, out PropertyInfo[]? known))
        {
            known = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name is not ("Place" or "Tests" or "Source" or "EqualityContract"))];
            Properties[type] = known;
        }

        return known;
    }

    private void AddConstant(Constant constant, string? field)
    {
        switch (constant)
        {
            case CodeConstant code:
                Add(code.Value);
                break;
            case CodeSetConstant set:
                AddSet(set.Set);
                break;
            case DateConstant date:
                Days.Add(date.DayNumber);
                break;
            case PeriodConstant period:
                Periods.Add(period);
                break;
            case NumberConstant number:
                AddNumber(number.Value);
                break;
            case NumberSetConstant numbers:
                foreach (EditEngine.Numbers.Rational one in numbers.Numbers)
                {
                    AddNumber(one);
                }

                break;
            case TextConstant text:
                AddWord(field, text.Value);
                break;
            case TextSetConstant texts:
                foreach (string text in texts.Texts.Concat(texts.Prefixes))
                {
                    AddWord(field, text);
                }

                break;
        }
    }

    private void AddNumber(EditEngine.Numbers.Rational number) => Numbers.Add((decimal)number.Numerator / (decimal)number.Denominator);

    private void AddWord(string? field, string text)
    {
        string key = field ?? "";
        if (!Words.TryGetValue(key, out List<string>? list))
        {
            Words[key] = list = [];
        }

        list.Add(text);
    }

    private void AddSet(CodeSet set)
    {
        // Both ends, and the days on which a member comes and goes.
        foreach (CodeInterval interval in set.Intervals.Length > 400 ? set.Intervals.Where((_, i) => i % (set.Intervals.Length / 400) == 0) : set.Intervals)
        {
            Add(Code.FromPacked(interval.First));
            Code last = Code.FromPacked(interval.Last);
            if (!last.ToPlainText().Contains('Z', StringComparison.Ordinal) || interval.First == interval.Last)
            {
                Add(last);
            }

            Days.AddRange(new[] { interval.FromDay, interval.ThroughDay }.Where(day => day is > 0 and < 3_000_000).Take(Days.Count < 200 ? 2 : 0));
        }
    }

    private void Add(Code code)
    {
        if (!Codes.TryGetValue(code.System, out List<string>? list))
        {
            Codes[code.System] = list = [];
        }

        list.Add(code.ToPlainText());
    }
}
