using System.Collections.Immutable;
using System.Reflection;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>What is printed goes to logs: a record that holds facts of a person prints none of them.</summary>
public sealed class PrintedRecordTests
{
    private const string Sentinel = "SENTINEL7";

    private static readonly Type[] Kept = [typeof(NotEvaluated), typeof(EditHeader), typeof(Bypass), typeof(ReasonRow), typeof(ActionRow)];

    public static TheoryData<Type> Records =>
    [
        .. typeof(Claim).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Claim).Namespace || type.Namespace == typeof(Result).Namespace)
            .Where(type => type.GetMethod("<Clone>$") is not null && !Kept.Contains(type)),
    ];

    [Fact]
    public void There_are_such_records()
    {
        Assert.Contains(Records, row => row.Data == typeof(Patient));
        Assert.Contains(Records, row => row.Data == typeof(Evidence));
        Assert.Contains(Records, row => row.Data == typeof(Finding));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void It_prints_nothing_that_it_holds(Type record)
    {
        object filled = Filled(record, 0);
        string printed = filled.ToString()!; // No record prints null.
        Assert.DoesNotContain(Sentinel, printed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("987", printed, StringComparison.Ordinal);
        Assert.Equal(record.Name, printed);
    }

    [Fact]
    public void An_edit_that_was_not_evaluated_prints_its_edit_alone() =>
        Assert.Equal("NotEvaluated E-1", new NotEvaluated("E-1", 987, ["history " + Sentinel + " line 1 units"]).ToString());

    private static object Filled(Type type, int depth)
    {
        object filled = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite))
        {
            property.SetValue(filled, ValueOf(property.PropertyType, depth));
        }

        return filled;
    }

    private static object? ValueOf(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Type item = type.GetGenericArguments()[0];
            Array items = Array.CreateInstance(item, 1);
            items.SetValue(ValueOf(item, depth), 0);
            return typeof(ImmutableArray).GetMethods().Single(one => one.Name == "Create" && one.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(item).Invoke(null, [items]);
        }

        return type switch
        {
            _ when type == typeof(string) => Sentinel,
            _ when type == typeof(Code) => Code.From(CodeSystem.Procedure, Sentinel),
            _ when type == typeof(int) => 987,
            _ when type == typeof(long) => 987L,
            _ when type == typeof(decimal) => 987m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(1987, 9, 8),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, 8, 7),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(1987, 9, 8, 7, 6, 5, TimeSpan.Zero),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type == typeof(ImmutableSortedDictionary<string, FactValue>) => FactValue.NoFacts.Add(Sentinel, new FactValue { Text = Sentinel }),
            _ => depth < 3 ? Filled(type, depth + 1) : null,
        };
    }
}
