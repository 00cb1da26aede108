using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of things in an order: the first or last of some, and the last run.</summary>
internal sealed class OrderEmitter(Emission emission)
{
    private int _runs;

    /// <summary>The first or last thing of a source as its kind and position, -1 where there is none; null where it has no text of its own.</summary>
    public EmittedFirst? Of(FirstThing first)
    {
        string index = emission.Text.Name("v");
        string kind = emission.Text.Name("v");
        string[] best = [.. first.By.Select(_ => emission.Text.Name("v"))];
        long[] scales = new long[first.By.Length];
        HashSet<ThingKind> kinds = [];
        emission.Text.Line($"int {index} = -1, {kind} = 0;");
        foreach (string key in best)
        {
            emission.Text.Line($"long {key} = 0;");
        }

        bool written = emission.Sources.ForEach(first.Source, isComplete: true, next =>
        {
            EmittedThing thing = emission.Thing(first.Source.Slot)!; // The loop is over it.
            string[] keys = new string[best.Length];
            for (int i = 0; i < keys.Length; i++)
            {
                if (Key(first.By[i].Value, ref scales[i]) is not string key)
                {
                    return false;
                }

                keys[i] = key;
            }

            kinds.Add(thing.Kind);
            if (Takes(first, keys, best) is string takes)
            {
                emission.Text.Line($"if ({index} >= 0 && !({takes})) goto {next};");
            }

            emission.Text.Line($"{index} = {thing.Index}; {kind} = {Emission.Number((int)thing.Kind)};{string.Concat(best.Zip(keys, (a, b) => $" {a} = {b};"))}");
            return true;
        });
        return written ? new EmittedFirst(kinds.Count == 1 ? kinds.Single() : ThingKind.None, kind, index) : null;
    }

    /// <summary>The first or last thing of a source whose things are of one kind: what has none is undecided.</summary>
    public EmittedThing? ThingOf(FirstThing first)
    {
        if (Of(first) is not { Kind: not ThingKind.None } found)
        {
            return null;
        }

        emission.Text.Line($"if ({found.Index} < 0) {Emission.Undecided}");
        return emission.Sources.At(found.Kind, found.Index);
    }

    /// <summary>Writes a loop over the last run of a source.</summary>
    public bool ForEachOfRun(SourcePlan source, AlternativePlan alternative, LastRun run, bool isComplete, Func<string, bool> body)
    {
        int block = emission.Text.Open();
        string things = emission.Text.Local("var", $"run.Run({Emission.Number(_runs++)})");
        List<ThingKind> kinds = [];
        bool written = Gather(run, things, kinds, isComplete)
            && Cut(run, things, kinds) is string start
            && Each(source, alternative, things, [.. kinds.Where(kind => (alternative.Kinds & (1 << (int)kind)) != 0)], start, body);
        emission.Text.Close(block);
        return written;
    }

    // Replaces the best so far; null: always. None comes last.
    private static string? Takes(FirstThing first, string[] keys, string[] best)
    {
        string? takes = keys.Length == 0 && !first.IsLast ? "false" : null;
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            string before = $"{keys[i]} {(first.By[i].IsDescending != first.IsLast ? ">" : "<")} {best[i]}";
            takes = takes is null ? before : $"{before} || ({keys[i]} == {best[i]} && ({takes}))";
        }

        return takes;
    }

    // A long that orders as the value does, with the same scale wherever it is written.
    private string? Key(Expression value, ref long scale)
    {
        switch (value.Kind)
        {
            case ValueKind.Day when emission.Days.Of(value) is { } day:
                return emission.Text.Local("long", day.MayBeNone ? $"{day.Text} == 1 ? long.MaxValue : {day.Text}" : day.Text);
            case ValueKind.Number when emission.Numbers.Of(value) is { Divisor: null, Bits: <= EmittedNumber.LongBits } number && (scale == 0 || scale == number.Scale):
                scale = number.Scale;
                return emission.Text.Local("long", number.MayBeNone ? $"{string.Join(" && ", number.KnownIf)} ? {number.Text} : long.MaxValue" : number.Text);
            default:
                return null;
        }
    }

    private bool Gather(LastRun run, string things, List<ThingKind> kinds, bool isComplete)
    {
        long scale = 0;
        return emission.Sources.ForEach(run.Source, isComplete, _ =>
        {
            EmittedThing thing = emission.Thing(run.Source.Slot)!; // The loop is over it.
            if (Key(run.By, ref scale) is not string key)
            {
                return false;
            }

            if (!kinds.Contains(thing.Kind))
            {
                kinds.Add(thing.Kind);
            }

            emission.Text.Line($"{things}.Add({Emission.Number((int)thing.Kind)}, {thing.Index}, {key});");
            return true;
        });
    }

    // Writes where the run begins: at the last thing that breaks with the one before it.
    private string? Cut(LastRun run, string things, List<ThingKind> kinds)
    {
        string start = emission.Text.Name("v");
        string at = emission.Text.Name("i");
        emission.Text.Line($"int {start} = 0;");
        emission.Text.Line($"for (int {at} = 1; {at} < {things}.Count; {at}++)");
        int block = emission.Text.Open();
        bool written = kinds.All(before => kinds.All(kind => Breaks(run, things, (before, kind), at, start)));
        emission.Text.Close(block);
        return written ? start : null;
    }

    private bool Breaks(LastRun run, string things, (ThingKind Before, ThingKind Kind) pair, string at, string start)
    {
        string next = emission.Text.Name("n");
        int block = emission.Text.Open();
        emission.Text.Line($"if ({things}.KindOf({at} - 1) != {Emission.Number((int)pair.Before)} || {things}.KindOf({at}) != {Emission.Number((int)pair.Kind)}) goto {next};");
        string before = emission.Text.Local("int", $"{things}.IndexOf({at} - 1)");
        string index = emission.Text.Local("int", $"{things}.IndexOf({at})");
        bool written = emission.Sources.At(pair.Before, before) is { } previous && emission.Sources.At(pair.Kind, index) is { } thing
            && emission.With(run.Previous, previous, () => emission.With(run.Source.Slot, thing, () => emission.Conditions.Require(run.Broken, $"goto {next};")));
        emission.Text.Line($"{start} = {at};");
        emission.Text.Close(block, next);
        return written;
    }

    private bool Each(SourcePlan source, AlternativePlan alternative, string things, ThingKind[] kinds, string start, Func<string, bool> body)
    {
        string at = emission.Text.Name("i");
        emission.Text.Line($"for (int {at} = {start}; {at} < {things}.Count; {at}++)");
        int block = emission.Text.Open();
        foreach (ThingKind kind in kinds)
        {
            string next = emission.Text.Name("n");
            int inner = emission.Text.Open();
            emission.Text.Line($"if ({things}.KindOf({at}) != {Emission.Number((int)kind)}) goto {next};");
            string index = emission.Text.Local("int", $"{things}.IndexOf({at})");
            if (emission.Sources.At(kind, index) is not { } thing || !emission.Sources.Inside(source.Slot, thing, alternative.Conditions, body))
            {
                return false;
            }

            emission.Text.Close(inner, next);
        }

        emission.Text.Close(block);
        return true;
    }
}

/// <summary>The first or last of some things.</summary>
/// <param name="Kind">Its kind; None where they are of several.</param>
/// <param name="KindText">C# of its kind.</param>
/// <param name="Index">C# of its position; -1: there is none.</param>
internal sealed record EmittedFirst(ThingKind Kind, string KindText, string Index);
