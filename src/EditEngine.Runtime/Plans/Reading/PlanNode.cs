using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Numbers;
using EditEngine.Stacks;
using EditEngine.Tables;

namespace EditEngine.Plans.Reading;

/// <summary>A record of a plan as <see cref="PlanJson"/> wrote it: its members by their names, which are UTF-8. Members that nobody asks for are passed over.</summary>
/// <remarks>
/// What a plan says is read record by record, a row each (<see cref="ExpressionReader"/> and its neighbours), and not by the serializer that writes it: that one makes generic code
/// for every type and enumeration, which took half of the time from a program's start to its first finding. A test holds the two together.
/// </remarks>
/// <param name="Json">The object.</param>
/// <param name="References">What its sets and tables are.</param>
/// <param name="Nested">In how many records of its own kind it is, where these are no expressions.</param>
internal readonly record struct PlanNode(JsonElement Json, IPlanReferences References, int Nested = 0)
{
    // Runs of runs, needs of needs and edges of edges of periods: no rule comes near. Expressions go as deep as the JSON may.
    private const int MostNested = 200;

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It says what no plan says.</exception>
    public delegate T Reading<T>(PlanNode node);

    private delegate T ElementReading<T>(JsonElement element, PlanNode node);

    /// <summary>The word that says which of several records it is.</summary>
    public string Word => Text("is"u8);

    /// <summary>What to say of a word that is none.</summary>
    public JsonException Unknown(string what) => new($"there is no {what} '{Word}'");

    /// <summary>The same, as one more record of a kind that can be within itself.</summary>
    /// <exception cref="JsonException">It is too deep.</exception>
    public PlanNode Deeper() => Nested < MostNested ? this with { Nested = Nested + 1 } : throw new JsonException($"over {MostNested} are one within the other");

    /// <summary>A whole number.</summary>
    public int Whole(ReadOnlySpan<byte> name) => WholeOf(Member(name, JsonValueKind.Number), this);

    /// <summary>A whole number, or null.</summary>
    public int? OptionalWhole(ReadOnlySpan<byte> name) => Find(name, JsonValueKind.Number) is JsonElement number ? WholeOf(number, this) : null;

    /// <summary>A large whole number.</summary>
    public long Long(ReadOnlySpan<byte> name) => Member(name, JsonValueKind.Number).TryGetInt64(out long number) ? number : throw Odd(name, "a whole number");

    /// <summary>A decimal number, or null.</summary>
    public decimal? OptionalDecimal(ReadOnlySpan<byte> name) =>
        Find(name, JsonValueKind.Number) is not JsonElement number ? null : number.TryGetDecimal(out decimal value) ? value : throw Odd(name, "a number");

    /// <summary>Yes or no.</summary>
    public bool Flag(ReadOnlySpan<byte> name) => FlagOf(name, Member(name));

    /// <summary>Yes, or no where it is not said.</summary>
    public bool OptionalFlag(ReadOnlySpan<byte> name) => Json.TryGetProperty(name, out JsonElement flag) && FlagOf(name, flag);

    /// <summary>A text.</summary>
    public string Text(ReadOnlySpan<byte> name) => TextOf(Member(name, JsonValueKind.String), this);

    /// <summary>A text, or null.</summary>
    public string? OptionalText(ReadOnlySpan<byte> name) => Find(name, JsonValueKind.String) is JsonElement text ? TextOf(text, this) : null;

    /// <summary>A day of the calendar.</summary>
    public DateOnly Day(ReadOnlySpan<byte> name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Odd(name, "a day");

    /// <summary>One of an enumeration's words.</summary>
    public T Choice<T>(ReadOnlySpan<byte> name)
        where T : struct, Enum => PlanWords<T>.Of(Member(name, JsonValueKind.String));

    /// <summary>One of an enumeration's words; the first of them where it is not said.</summary>
    public T OptionalChoice<T>(ReadOnlySpan<byte> name)
        where T : struct, Enum => Find(name, JsonValueKind.String) is JsonElement word ? PlanWords<T>.Of(word) : default;

    /// <summary>A set.</summary>
    public CodeSet Set(ReadOnlySpan<byte> name) => References.SetOf(Text(name));

    /// <summary>A set, or null.</summary>
    public CodeSet? OptionalSet(ReadOnlySpan<byte> name) => OptionalText(name) is string set ? References.SetOf(set) : null;

    /// <summary>A table.</summary>
    public Table Table(ReadOnlySpan<byte> name) => References.TableOf(Text(name));

    /// <summary>A field of a thing.</summary>
    public FactRef Fact(ReadOnlySpan<byte> name) => Node(name, FactOf);

    /// <summary>A record.</summary>
    public T Node<T>(ReadOnlySpan<byte> name, Reading<T> read) => ReadWithRoom(read, NodeOf(Member(name, JsonValueKind.Object)));

    /// <summary>A record, or null.</summary>
    public T? OptionalNode<T>(ReadOnlySpan<byte> name, Reading<T> read)
        where T : class => Find(name, JsonValueKind.Object) is JsonElement node ? ReadWithRoom(read, NodeOf(node)) : null;

    /// <summary>Records, in order.</summary>
    public ImmutableArray<T> Nodes<T>(ReadOnlySpan<byte> name, Reading<T> read) => List(name, (element, node) => ReadWithRoom(read, node.NodeOf(element)));

    /// <summary>Texts, in order.</summary>
    public ImmutableArray<string> Texts(ReadOnlySpan<byte> name) => List(name, TextOf);

    /// <summary>Whole numbers, in order.</summary>
    public ImmutableArray<int> Wholes(ReadOnlySpan<byte> name) => List(name, WholeOf);

    /// <summary>Exact numbers, in order.</summary>
    public ImmutableArray<Rational> Numbers(ReadOnlySpan<byte> name) =>
        List(name, (element, node) => Rational.TryParse(TextOf(element, node), out Rational number) ? number : throw new JsonException("a number is a whole number or a fraction"));

    /// <summary>Codes, in order.</summary>
    public ImmutableArray<Code> Codes(ReadOnlySpan<byte> name) =>
        List(name, (element, node) => CodeName.TryParse(TextOf(element, node), out Code code) ? code : throw new JsonException("a code is a system and a text"));

    // Apart from what is read deep: a closure there would be made for each record.
    private static T ReadWithRoom<T>(Reading<T> read, PlanNode node) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? read(node) : ReadDeep(read, node);

    private static T ReadDeep<T>(Reading<T> read, PlanNode node) => DeepStack.Run(() => read(node));

    private static bool FlagOf(ReadOnlySpan<byte> name, JsonElement flag) =>
        flag.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Odd(name, "yes or no") };

    private static int WholeOf(JsonElement element, PlanNode node) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) ? number : throw Misplaced(element, "a whole number");

    private static string TextOf(JsonElement element, PlanNode node) => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Misplaced(element, "a text"); // It is a text.

    private static FactRef FactOf(PlanNode node)
    {
        ClaimField? part = node.OptionalText("part"u8) is string key ? RowOf(key) : null;
        return part is not null && part.Type.Kind != FieldKind.Thing ? throw new JsonException($"'{part.Key}' is no part of a thing") : FactRef.Of(RowOf(node.Text("row"u8)), node.Whole("slot"u8), part);
    }

    private static ClaimField RowOf(string key) => FieldTable.Find(key) ?? throw new JsonException($"there is no field '{key}'");

    private static JsonException Odd(ReadOnlySpan<byte> name, string what) => new($"'{Encoding.UTF8.GetString(name)}' is not {what}");

    private static JsonException Misplaced(JsonElement element, string what) => new($"{Shown(element.ValueKind)} stands where {what} belongs");

    private static string Shown(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private PlanNode NodeOf(JsonElement element) => element.ValueKind == JsonValueKind.Object ? this with { Json = element } : throw Misplaced(element, "an object");

    private JsonElement Member(ReadOnlySpan<byte> name) => Json.TryGetProperty(name, out JsonElement member) ? member : throw new JsonException($"'{Encoding.UTF8.GetString(name)}' is not said");

    private JsonElement Member(ReadOnlySpan<byte> name, JsonValueKind kind) => Member(name) is var member && member.ValueKind == kind ? member : throw Odd(name, Shown(kind));

    private JsonElement? Find(ReadOnlySpan<byte> name, JsonValueKind kind) => !Json.TryGetProperty(name, out JsonElement member) ? null : member.ValueKind == kind ? member : throw Odd(name, Shown(kind));

    private ImmutableArray<T> List<T>(ReadOnlySpan<byte> name, ElementReading<T> read)
    {
        JsonElement list = Member(name, JsonValueKind.Array);
        int count = list.GetArrayLength();
        if (count == 0)
        {
            return [];
        }

        T[] items = new T[count];
        int at = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            items[at++] = read(item, this);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
