namespace EditEngine.Formats.X12.Fast;

/// <summary>The loops of one claim form worked out beforehand: every place that can be, and what each segment does there.</summary>
internal sealed class LoopAutomaton
{
    private const int MostBits = 64;

    private static readonly Lazy<LoopAutomaton> OfProfessional = new(() => new LoopAutomaton(LoopTables.Professional));
    private static readonly Lazy<LoopAutomaton> OfInstitutional = new(() => new LoopAutomaton(LoopTables.Institutional));
    private static readonly Lazy<LoopAutomaton> OfDental = new(() => new LoopAutomaton(LoopTables.Dental));

    private readonly LoopTable _table;
    private readonly Dictionary<(LoopPlace? Around, LoopRule Rule), LoopPlace> _places = [];
    private readonly Dictionary<(LoopRule Rule, uint Tag), LoopStep?> _forms = [];
    private readonly Dictionary<LoopRule, FormStep> _openings = [];

    private LoopAutomaton(LoopTable table)
    {
        _table = table;
        if (table.Rules.Length > MostBits || table.Rules.Any(rule => rule.Forms.Length > MostBits))
        {
            throw new FormatException("A table has more loops, or a loop more segments, than a set has bits.");
        }

        Symbols = new SegmentSymbols(table);
        Root = PlaceOf(null, table.Root);
    }

    /// <summary>The segments as numbers.</summary>
    public SegmentSymbols Symbols { get; }

    /// <summary>The beginning of a transaction.</summary>
    public LoopPlace Root { get; }

    /// <summary>How many forms of segments there are.</summary>
    public int FormCount { get; private set; }

    /// <summary>That of a table.</summary>
    public static LoopAutomaton Of(LoopTable table) =>
        table == LoopTables.Professional ? OfProfessional.Value : table == LoopTables.Institutional ? OfInstitutional.Value : OfDental.Value;

    /// <summary>The place within a loop that stands in another; null where it cannot.</summary>
    public LoopPlace? Find(LoopPlace around, LoopRule rule) => _places.GetValueOrDefault((around, rule));

    /// <summary>The number of the claim's loop.</summary>
    public int Claim => _table.Find(Role.Claim).Index;

    private LoopPlace PlaceOf(LoopPlace? around, LoopRule rule)
    {
        if (_places.TryGetValue((around, rule), out LoopPlace? known))
        {
            return known;
        }

        LoopPlace place = new(rule, around, Symbols.Count);
        _places.Add((around, rule), place);
        foreach (LoopRule opened in _table.Rules.Where(one => one != _table.Root))
        {
            int symbol = Symbols.Of(opened.Trigger, opened.Qualifier);
            place.Steps[symbol] ??= Opening(place, opened.Trigger, opened.Qualifier);
        }

        foreach (uint tag in rule.Tags.AsSpan(rule.Role == Role.Transaction ? 0 : 1))
        {
            place.Steps[Symbols.OfTag(tag)] ??= Belonging(rule, tag);
        }

        return place;
    }

    /// <summary>The loop that a segment opens: that of the innermost open loop that has one. As <see cref="LoopParser"/> finds it.</summary>
    private LoopStep? Opening(LoopPlace place, uint tag, byte[] qualifier)
    {
        ulong need = 0;
        bool isLevelAbove = false;
        for (LoopPlace? around = place; around is not null; around = around.Around)
        {
            LoopRule? child = Array.Find(around.Rule.Children, one => one.Trigger == tag && (one.Qualifier.Length == 0 || one.Qualifier.AsSpan().SequenceEqual(qualifier)));
            if (child is not null)
            {
                // A surplus name ends neither a level nor a claim: it is told, and passed over.
                return tag == SegmentId.Nm1 && isLevelAbove
                    ? null
                    : new LoopStep(OpeningForm(child), PlaceOf(around, child), need | LoopPlace.LoopsOf(around.Rule.Children.Where(one => one.IsRequired && one.Index < child.Index)));
            }

            need |= around.RequiredLoops;
            isLevelAbove |= around.Rule.Trigger is SegmentId.Hl or SegmentId.Clm;
        }

        return null;
    }

    private FormStep OpeningForm(LoopRule rule)
    {
        if (!_openings.TryGetValue(rule, out FormStep? form))
        {
            form = new FormStep(++FormCount, rule, 0, isKeyKnown: rule.Trigger == SegmentId.Nm1, SegmentMeanings.Of(rule.Role, rule.Trigger));
            _openings.Add(rule, form);
        }

        return form;
    }

    private LoopStep? Belonging(LoopRule rule, uint tag)
    {
        if (!_forms.TryGetValue((rule, tag), out LoopStep? step))
        {
            int first = rule.Role == Role.Transaction ? 0 : 1;
            int[] indices = [.. rule.Tags.Index().Where(one => one.Index >= first && one.Item == tag).Select(one => one.Index)];
            step = indices.Length == 1 ? new LoopStep(StepOf(rule, indices[0], isKeyKnown: false))
                : Array.TrueForAll(indices, index => rule.Forms[index].Key.Codes.Length > 0) ? new LoopStep(new FormChoice(rule, indices, index => StepOf(rule, index, isKeyKnown: true)))
                : null;
            _forms.Add((rule, tag), step);
        }

        return step;
    }

    private FormStep StepOf(LoopRule rule, int index, bool isKeyKnown) => new(++FormCount, rule, index, isKeyKnown, SegmentMeanings.Of(rule.Role, rule.Tags[index]));
}
