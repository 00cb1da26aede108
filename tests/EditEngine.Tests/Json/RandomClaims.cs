using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Json;

namespace EditEngine.Tests.Json;

/// <summary>Claims with every member present or absent by chance. The model's own properties are walked, so a new one is never forgotten.</summary>
internal sealed class RandomClaims(int seed)
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["Patient.Sex"] = [.. FieldTable.WordsOf(ThingKinds.Patient, "sex")],
        ["Certificate.Kind"] = [.. FieldTable.WordsOf(ThingKinds.Certificate, "kind")],
        ["Diagnosis.Type"] = [.. FieldTable.WordsOf(ThingKinds.Diagnosis, "role")],
        ["ServiceLine.UnitBasis"] = [.. FieldTable.WordsOf(ThingKinds.Line, "unit_basis")],
        ["ServiceLine.Prosthesis"] = [.. FieldTable.WordsOf(ThingKinds.Line, "prosthesis")],
        ["DrugIdentification.Unit"] = [.. FieldTable.WordsOf(ThingKinds.Drug, "unit")],
        ["Adjustment.Group"] = ["CO", "PR", "OA", "PI", "CR"],
        ["Suggestion.System"] = [.. FieldTable.WordsOf(ThingKinds.Suggestion, "system")],
        ["Suggestion.Decision"] = [.. FieldTable.WordsOf(ThingKinds.Suggestion, "decision")],
        ["Evidence.Temporality"] = [.. FieldTable.WordsOf(ThingKinds.Evidence, "temporality")],
        ["Evidence.Subject"] = [.. FieldTable.WordsOf(ThingKinds.Evidence, "subject")],
        ["Evidence.Certainty"] = [.. FieldTable.WordsOf(ThingKinds.Evidence, "certainty")],
    };

    private static readonly Dictionary<string, CodeSystem> Systems = new()
    {
        ["Attachments"] = CodeSystem.Attachment,
        ["AmbulanceConditions"] = CodeSystem.AmbulanceCondition,
        ["Areas"] = CodeSystem.Quadrant,
        ["MissingTeeth"] = CodeSystem.Tooth,
        ["Surfaces"] = CodeSystem.Surface,
        ["Modifiers"] = CodeSystem.Modifier,
        ["ConditionCodes"] = CodeSystem.Condition,
        ["RevenueCode"] = CodeSystem.Revenue,
        ["Diagnosis.Code"] = CodeSystem.Diagnosis,
        ["InpatientProcedure.Code"] = CodeSystem.InpatientProcedure,
        ["OccurrenceCode.Code"] = CodeSystem.Occurrence,
        ["ValueCode.Code"] = CodeSystem.Value,
        ["DrugIdentification.Code"] = CodeSystem.Ndc,
        ["Reason"] = CodeSystem.Carc,
        ["Suggestion.Code"] = CodeSystem.Procedure,
    };

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>A claim as it is written, with its line feed.</summary>
    public static byte[] Line(int seed)
    {
        using ClaimWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        writer.Write(new RandomClaims(seed).Next(), line);
        return line.WrittenSpan.ToArray();
    }

    public Claim Next() => (Claim)Make(typeof(Claim), "");

    private object Make(Type type, string name)
    {
        if (type == typeof(string))
        {
            return Words.TryGetValue(name, out string[]? words) ? Pick(words) : Text();
        }

        if (type == typeof(Code))
        {
            string member = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
            CodeSystem system = Systems.TryGetValue(name, out CodeSystem own) || Systems.TryGetValue(member, out own) ? own : Enum.Parse<CodeSystem>(member);
            return system == CodeSystem.PresentOnAdmission ? Code.From(system, Pick([.. FieldTable.WordsOf(ThingKinds.Diagnosis, "poa")])) : Code.From(system, CodeText());
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Type item = type.GetGenericArguments()[0];
            int least = name == "Claim.Lines" ? 1 : 0;
            Array items = Array.CreateInstance(item, least + _random.Next(3));
            for (int i = 0; i < items.Length; i++)
            {
                items.SetValue(Made(item, name, i), i);
            }

            MethodInfo create = typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal).GetMethod("AsImmutableArray")!.MakeGenericMethod(item);
            return create.Invoke(null, [items])!;
        }

        return Scalar(Nullable.GetUnderlyingType(type) ?? type, name) ?? Record(type);
    }

    private object Made(Type item, string name, int index) => name == "Claim.Lines" ? (ServiceLine)Make(item, name) with { Number = index + 1 } : Make(item, name);

    private object? Scalar(Type type, string name)
    {
        if (type == typeof(ImmutableSortedDictionary<string, FactValue>))
        {
            return FactValue.NoFacts.Add(Text(), new FactValue { Number = Number() }).SetItem("é", new FactValue { YesNo = true }).SetItem("", new FactValue { Text = "" })
                .SetItem("spans", new FactValue { Spans = [new FactSpan { From = new DateOnly(2025, 1, 1), Value = Text() }, new FactSpan { Through = new DateOnly(2025, 3, 1) }] }).SetItem("none", new FactValue { Spans = [] });
        }

        return type switch
        {
            _ when type == typeof(decimal) => name == "Suggestion.Confidence" ? 0.93m : Number(),
            _ when type == typeof(long) => _random.NextInt64(-1_000_000_000, 1_000_000_000_000),
            _ when type == typeof(int) => _random.Next(1, 1000),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
            _ when type == typeof(TimeOnly) => new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks)),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2024, 5, _random.Next(1, 28), 1, 2, 3, _random.Next(1000), TimeSpan.FromMinutes(_random.Next(-600, 600))),
            _ when type == typeof(ClaimType) => (ClaimType)_random.Next(1, 4),
            _ when type == typeof(LineStatus) => (LineStatus)_random.Next(5),
            _ => null,
        };
    }

    private object Record(Type type)
    {
        object made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            bool canMiss = !property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
            bool mayMiss = canMiss && (IsNullable(property) || property.PropertyType == typeof(Code) || IsList(property));
            string name = $"{type.Name}.{property.Name}";
            bool isMissing = mayMiss && _random.Next(3) == 0;
            if (!isMissing)
            {
                property.SetValue(made, Make(property.PropertyType, name));
            }
            else if (IsList(property) && !IsMissingWhenAbsent(name))
            {
                property.SetValue(made, property.PropertyType.GetField("Empty")!.GetValue(null));
            }
        }

        return made is Suggestion suggestion ? WithSystem(suggestion) : made;
    }

    private static Suggestion WithSystem(Suggestion suggestion) => suggestion.System switch
    {
        "ICD-10-CM" => suggestion with { Code = Code.From(CodeSystem.Diagnosis, "I50.9") },
        "ICD-10-PCS" => suggestion with { Code = Code.From(CodeSystem.InpatientProcedure, "0SRC0J9") },
        _ => suggestion with { Code = Code.From(CodeSystem.Procedure, "99213") },
    };

    private bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && _nullability.Create(property).WriteState == NullabilityState.Nullable);

    private static bool IsList(PropertyInfo property) => property.PropertyType.IsGenericType && property.PropertyType.Name.StartsWith("ImmutableArray", StringComparison.Ordinal);

    private static bool IsMissingWhenAbsent(string name) => name is "Claim.Diagnoses" or "Claim.History" or "Claim.Authorizations" or "Provider.Certificates"
        or "ServiceLine.DiagnosisPointers" or "Suggestion.Evidence" or "HistoryLine.Diagnoses";

    private string Pick(string[] words) => words[_random.Next(words.Length)];

    private string Text() => Pick(["ACME", "a \"b\" \\ c", "Ä – 😀\u2028", "tab\tline\nend", "<&'+>", "x" + _random.Next(100)]);

    // None of which lost its zeros: those are put right.
    private string CodeText() => Pick(["A1", "99213", "I509", "x", "MOSTLENGTH1", "a-b c", "Ünder", "ZZ" + _random.Next(100)]);

    private decimal Number() => _random.Next(6) switch
    {
        0 => 1,
        1 => -2.5m,
        2 => 0.0000000001m,
        3 => 999999999999999999999999999.5m,
        4 => 150.00m,
        _ => 0,
    };

    /// <summary>Paths at which two values differ; null where they hold the same.</summary>
    public static string? Difference(object? a, object? b, string path = "claim")
    {
        if (a is null || b is null)
        {
            return a is null && b is null ? null : path;
        }

        if (a is IEnumerable and not string)
        {
            return ListDifference(a, b, path);
        }

        if (a.GetType().Namespace != typeof(Claim).Namespace || a.GetType().IsEnum)
        {
            return a.Equals(b) ? null : $"{path}: {a} / {b}";
        }

        return a.GetType().GetProperties().Select(property => Difference(property.GetValue(a), property.GetValue(b), $"{path}.{property.Name}")).FirstOrDefault(found => found is not null);
    }

    private static string? ListDifference(object a, object b, string path)
    {
        PropertyInfo? isDefault = a.GetType().GetProperty("IsDefault");
        bool aMissing = isDefault?.GetValue(a) is true, bMissing = isDefault?.GetValue(b) is true;
        if (aMissing || bMissing)
        {
            return aMissing == bMissing ? null : path;
        }

        object[] left = [.. ((IEnumerable)a).Cast<object>()], right = [.. ((IEnumerable)b).Cast<object>()];
        return left.Length != right.Length
            ? $"{path}: {left.Length} / {right.Length}"
            : left.Select((item, i) => Difference(item, right[i], $"{path}[{i}]")).FirstOrDefault(found => found is not null);
    }
}
