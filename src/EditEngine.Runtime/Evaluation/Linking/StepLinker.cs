using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Links the expressions of one plan to the steps that run them: a linker a type.</summary>
internal sealed class StepLinker
{
    public StepLinker(EditPlan plan)
    {
        Slots = new SlotScope(plan);
        Choices = new ChoiceScope();
        Conditions = new ConditionLinker(this);
        Numbers = new NumberLinker(this);
        Days = new DayLinker(this);
        Codes = new CodeLinker(this);
        Texts = new TextLinker(this);
        Instants = new InstantLinker(this);
        Periods = new PeriodLinker(this);
        CodeLists = new CodeListLinker(this);
        Things = new ThingLinker(this);
        Sources = new SourceLinker(this);
    }

    public Nesting Nesting { get; } = new();

    public SlotScope Slots { get; }

    public ChoiceScope Choices { get; }

    public ConditionLinker Conditions { get; }

    public NumberLinker Numbers { get; }

    public DayLinker Days { get; }

    public CodeLinker Codes { get; }

    public TextLinker Texts { get; }

    public InstantLinker Instants { get; }

    public PeriodLinker Periods { get; }

    public CodeListLinker CodeLists { get; }

    public ThingLinker Things { get; }

    public SourceLinker Sources { get; }

    /// <summary>The linker of a type.</summary>
    public KindLinker Of(ValueKind kind) => kind switch
    {
        ValueKind.Truth => Conditions,
        ValueKind.Number => Numbers,
        ValueKind.Day => Days,
        ValueKind.Code => Codes,
        ValueKind.Text => Texts,
        ValueKind.Instant => Instants,
        ValueKind.Period => Periods,
        ValueKind.CodeList => CodeLists,
        ValueKind.Thing => Things,
        _ => throw new MalformedPlanException($"there are no values of type {(int)kind}"),
    };
}
