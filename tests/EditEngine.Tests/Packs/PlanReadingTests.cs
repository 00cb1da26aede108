using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>What the serializer writes of a plan is what is read of it: every member of every record, whatever it says.</summary>
public sealed class PlanReadingTests
{
    private const int Documents = 120;
    private const int Seed = 4711;

    private static readonly ImmutableArray<ClaimField> Fields = [.. FieldTable.All.Where(field => ReferenceEquals(FieldTable.Find(field.Key), field))]; // Others are in no plan.
    private static readonly ImmutableArray<ClaimField> Parts = [.. Fields.Where(field => field.Type.Kind == FieldKind.Thing)];

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        Any any = new(new Random(Seed));
        for (int i = 0; i < Documents; i++)
        {
            string written = any.Of(typeof(PackDocument)).ToJsonString(new JsonSerializerOptions { MaxDepth = PlanJson.MaxDepth });
            PackDocument read = PackDocumentReader.Document(Encoding.UTF8.GetBytes(written), new Numbered());
            string again = JsonSerializer.Serialize(read, PlanJson.With(new Numbered()).PackDocument);
            Assert.True(written == again, $"seed {Seed}, document {i}:\n{FirstDifference(written, again)}");
        }

        // Each word of a record and each member of it stood there at least once, so none is forgotten.
        ImmutableArray<JsonTypeInfo> records = [.. any.Records.Values];
        Assert.All(records.SelectMany(record => record.PolymorphismOptions?.DerivedTypes ?? []), kind => Assert.Contains($"{kind.DerivedType.Name}", any.Said));
        Assert.All(records.Where(record => !record.Type.IsAbstract).SelectMany(record => record.Properties.Where(Any.IsWritten), Any.NameOf), member => Assert.Contains(member, any.Said));
        Assert.True(records.Length > 70, $"{records.Length} records");
    }

    private static string FirstDifference(string one, string other)
    {
        int at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{one[Math.Max(0, at - 200)..Math.Min(one.Length, at + 80)]}\n…{other[Math.Max(0, at - 200)..Math.Min(other.Length, at + 80)]}";
    }

    // Sets are told apart by a code, tables by their names.
    private sealed class Numbered : IPlanNames, IPlanReferences
    {
        private static readonly ImmutableArray<Table> Tables = [.. Enumerable.Range(0, 3).Select(i => new TableBuilder($"t{i}", [new TableColumn("code", ColumnType.Code, CodeSystem.Procedure, true)]).Build(out _)!)];

        public string NameOf(CodeSet set) => set.Intervals[0].FromDay.ToString(CultureInfo.InvariantCulture);

        public string NameOf(Table table) => Tables.IndexOf(table).ToString(CultureInfo.InvariantCulture);

        public CodeSet SetOf(string name) => CodeSet.From([new CodeInterval(1, 2, int.Parse(name, CultureInfo.InvariantCulture), 9)]);

        public Table TableOf(string name) => Tables[int.Parse(name, CultureInfo.InvariantCulture)];
    }

    // JSON of any plan there can be, made from what the serializer knows of its records. It need not make sense.
    private sealed class Any(Random random)
    {
        private const int Deepest = 24;

        private readonly PlanJson _json = PlanJson.With(new Numbered());
        private int _depth;

        public Dictionary<Type, JsonTypeInfo> Records { get; } = [];

        public HashSet<string> Said { get; } = [];

        public static bool IsWritten(JsonPropertyInfo member) => member.Get is not null && member.AttributeProvider?.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), false) != true
            && (member.Set is not null || member.AssociatedParameter is not null);

        public static string NameOf(JsonTypeInfo record, JsonPropertyInfo member) => $"{record.Type.Name}.{member.Name}";

        public JsonNode Of(Type type)
        {
            Type inner = Nullable.GetUnderlyingType(type) ?? type;
            return inner == typeof(int) ? random.Next(-1, 90)
                : inner == typeof(decimal) ? random.Next(1, 9_999) / 100m
                : inner == typeof(bool) ? random.Next(2) == 0
                : inner == typeof(string) ? $"text \"{random.Next(1_000)}\" é"
                : inner == typeof(DateOnly) ? new DateOnly(2020, 1, 1).AddDays(random.Next(9_999)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : inner == typeof(CodeSet) || inner == typeof(Table) ? random.Next(3).ToString(CultureInfo.InvariantCulture)
                : inner == typeof(Code) ? CodeName.Of(Code.From(CodeSystem.Modifier, random.Next(10, 99).ToString(CultureInfo.InvariantCulture)))
                : inner == typeof(Rational) ? $"{random.Next(1, 9)}/{(random.Next(2) == 0 ? 11 : 13)}"
                : inner == typeof(EditAction) ? ActionTable.All[random.Next(ActionTable.All.Length)].Verb
                : inner == typeof(FactRef) ? Fact()
                : inner.IsEnum ? Enum.GetNames(inner)[random.Next(Enum.GetNames(inner).Length)]
                : Made(_json.GetTypeInfo(inner)!); // It is of a plan.
        }

        private JsonNode Made(JsonTypeInfo type)
        {
            _depth++;
            JsonNode made = type.Kind == JsonTypeInfoKind.Enumerable ? List(type.ElementType!) : Record(type); // It has elements.
            _depth--;
            return made;
        }

        private JsonArray List(Type element) => [.. Enumerable.Range(0, _depth > Deepest ? 0 : random.Next(3)).Select(_ => Of(element))];

        private JsonObject Record(JsonTypeInfo type)
        {
            Records.TryAdd(type.Type, type);
            JsonObject made = [];
            if (type.PolymorphismOptions is { DerivedTypes: [_, ..] kinds })
            {
                // Deep down the first kind without a record inside of it.
                JsonDerivedType kind = _depth <= Deepest ? kinds[random.Next(kinds.Count)] : kinds.First(one => !_json.GetTypeInfo(one.DerivedType)!.Properties.Where(IsWritten).Any(IsRecord)); // There is one.
                made["is"] = (string)kind.TypeDiscriminator!; // It has one.
                type = _json.GetTypeInfo(kind.DerivedType)!; // It is of a plan.
                Records.TryAdd(type.Type, type);
                Said.Add(type.Type.Name);
            }

            foreach (JsonPropertyInfo member in type.Properties.Where(IsWritten))
            {
                if (!member.IsGetNullable || random.Next(3) > (_depth > Deepest ? 2 : 0))
                {
                    Said.Add(NameOf(type, member));
                    made[member.Name] = Of(member.PropertyType);
                }
            }

            return made;
        }

        private bool IsRecord(JsonPropertyInfo member) => member.PropertyType != typeof(FactRef) && _json.GetTypeInfo(member.PropertyType) is { Kind: JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable } && !member.IsGetNullable;

        private JsonObject Fact()
        {
            JsonObject fact = new() { ["row"] = Fields[random.Next(Fields.Length)].Key };
            if (random.Next(3) == 0)
            {
                fact["part"] = Parts[random.Next(Parts.Length)].Key;
            }

            fact["slot"] = random.Next(-1, 90);
            return fact;
        }
    }
}
