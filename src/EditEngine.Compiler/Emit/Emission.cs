using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Compiled;
using EditEngine.Evaluation.Linking;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>What the emitters of one edit share: its text, its constants, and what its slots stand for at the place that is written.</summary>
/// <remarks>Nothing that is absent has a value here: text that finds a fact absent returns <see cref="Undecided"/>, and the executor decides.</remarks>
internal sealed class Emission
{
    /// <summary>The statement that leaves the edit to the executor.</summary>
    public static readonly string Undecided = $"return {Number(CompiledAnswer.Undecided)};";

    /// <summary>The statement that ends the edit: all is found.</summary>
    public static readonly string Decided = $"return {Number(CompiledAnswer.Decided)};";

    private ImmutableDictionary<int, EmittedThing> _things = ImmutableDictionary<int, EmittedThing>.Empty.Add(-1, EmittedThing.Claim);

    public Emission(EditPlan plan)
    {
        Plan = plan;
        BindingPlan? keyed = plan.IndexKey.Codes is null ? null : plan.Bindings.FirstOrDefault(one => one.Slot == plan.IndexKey.Slot);
        MaskedSlot = keyed?.Group?.Members.Slot ?? keyed?.Slot ?? int.MinValue;
        IndexedCodes = EditIndex.CodesOf(plan.IndexKey);
        Steps = new StepLinker(plan);
        Fields = new FieldEmitter(this);
        Rows = new RowEmitter(this);
        Choices = new ChoiceEmitter(this);
        Codes = new CodeEmitter(this);
        Days = new DayEmitter(this);
        Texts = new TextEmitter(this);
        Words = new WordEmitter(this);
        Numbers = new NumberEmitter(this);
        Periods = new PeriodEmitter(this);
        Lists = new ListEmitter(this);
        Comparisons = new ComparisonEmitter(this);
        Conditions = new ConditionEmitter(this);
        Sources = new SourceEmitter(this);
        Groups = new GroupEmitter(this);
        Orders = new OrderEmitter(this);
    }

    public EditPlan Plan { get; }

    public CodeText Text { get; } = new();

    public ConstantRow Row { get; } = new();

    public StepLinker Steps { get; }

    public FieldEmitter Fields { get; }

    public RowEmitter Rows { get; }

    public ChoiceEmitter Choices { get; }

    public CodeEmitter Codes { get; }

    public DayEmitter Days { get; }

    public TextEmitter Texts { get; }

    public WordEmitter Words { get; }

    public NumberEmitter Numbers { get; }

    public PeriodEmitter Periods { get; }

    public ListEmitter Lists { get; }

    public ComparisonEmitter Comparisons { get; }

    public ConditionEmitter Conditions { get; }

    public SourceEmitter Sources { get; }

    public GroupEmitter Groups { get; }

    public OrderEmitter Orders { get; }

    /// <summary>The slot whose lines are only those by which the edit is a candidate; of a group, that of its members.</summary>
    public int MaskedSlot { get; }

    /// <summary>The codes that these lines have where the index says so of a claim; null: any.</summary>
    public CodeSet? IndexedCodes { get; }

    /// <summary>The conditions that are asked of the executor's steps.</summary>
    public ImmutableArray<Expression> Asked { get; private set; } = [];

    /// <summary>What a slot stands for; null where it is none of the loops around.</summary>
    public EmittedThing? Thing(int slot) => _things.GetValueOrDefault(slot);

    /// <summary>Writes with a slot that stands for a thing.</summary>
    public T With<T>(int slot, EmittedThing thing, Func<T> write)
    {
        ImmutableDictionary<int, EmittedThing> before = _things;
        _things = _things.SetItem(slot, thing);
        if (thing.Table is Table table)
        {
            Steps.Slots.Hold(slot, table);
        }

        T written = write();
        _things = before;
        return written;
    }

    /// <summary>Writes on trial: what cannot be written whole is taken back.</summary>
    /// <returns>False where nothing was written.</returns>
    public bool Try(Func<bool> write)
    {
        CodeText.Mark mark = Text.Here();
        (int, int) count = Row.Count;
        ImmutableArray<Expression> asked = Asked;
        if (write())
        {
            return true;
        }

        Text.TakeBack(mark);
        Row.TakeBack(count);
        Asked = asked;
        return false;
    }

    /// <summary>Writes a value on trial, likewise.</summary>
    public T? Tried<T>(Func<T?> write)
        where T : struct
    {
        T? written = null;
        Try(() => (written = write()) is not null);
        return written;
    }

    /// <summary>Asks a condition of the executor: C# of a bool.</summary>
    public string Ask(Expression condition)
    {
        Put(PlanSlots.Of(condition));
        Asked = Asked.Add(condition);
        string answer = Text.Name("v");
        Text.Line($"int {answer} = run.Ask({Row.Object(Steps.Conditions.Of(new AllBranchesAgree(condition)))});");
        Text.Line($"if ({answer} == {Number((int)Truth.Unknown)}) {Undecided}");
        return $"{answer} != 0";
    }

    /// <summary>Puts what slots stand for into those of the executor; a slot that stands for nothing here is filled by what is asked. Groups come first: making them uses others.</summary>
    public void Put(IEnumerable<int> slots)
    {
        foreach (int slot in slots.Where(slot => Thing(slot) is not null).OrderBy(slot => Thing(slot) is not EmittedGroup).ThenBy(slot => slot))
        {
            Put(slot, Thing(slot)!); // Looked at above.
        }
    }

    private void Put(int slot, EmittedThing thing)
    {
        string number = Number(slot);
        string kind = Number((int)thing.Kind);
        switch (thing)
        {
            case EmittedGroup group:
                Put(PlanSlots.Of(group.Plan));
                Text.Line($"if (!{Groups.Set(slot, group)}) {Undecided}");
                break;
            case { Kind: ThingKind.Row }:
                Text.Line($"run.SetRow({number}, {thing.Index}, {thing.Record});");
                break;
            case { Owner: string owner }:
                Text.Line($"run.SetOwned({number}, {kind}, {thing.Index}, {thing.Record}, {owner}, {thing.OwnerPath ?? "null"});");
                break;
            default:
                Text.Line($"run.Set({number}, {kind}, {thing.Index}, {thing.Record});");
                break;
        }
    }

    /// <summary>A number as C#.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
