using System.Runtime.CompilerServices;
using EditEngine.Tables;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Which lines of the claim stand with which in tables of pairs, table by table: made when first asked for, and once a claim.</summary>
internal sealed class PairedLines(CompiledRun run)
{
    // With fewer lines looking at each pair is as fast.
    private const int Least = 48;

    private readonly DistinctCodes _codes = new();
    private LinePairs?[] _made = [];
    private int _count;

    /// <summary>Begins with a claim.</summary>
    public void Begin() => _count = 0;

    /// <summary>Which lines stand with which in a table; null where it would not help: the lines are few, or one has no code.</summary>
    /// <param name="table">The table: its two keys are procedures.</param>
    /// <param name="isOfFirst">The others of a line whose code is the first key; else of one whose code is the second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LinePairs? Of(object table, bool isOfFirst) => run.LineCount < Least ? null : Made(Unsafe.As<Table>(table), isOfFirst);

    private LinePairs? Made(Table table, bool isOfFirst)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_made[i]!.IsOf(table, isOfFirst)) // Made before they are counted.
            {
                return _made[i];
            }
        }

        return run.HasUncoded ? null : Make(table, isOfFirst);
    }

    private LinePairs Make(Table table, bool isOfFirst)
    {
        if (_count == 0)
        {
            _codes.Make(run.Codes);
        }

        if (_count == _made.Length)
        {
            Array.Resize(ref _made, _count + 2);
        }

        LinePairs made = _made[_count++] ??= new LinePairs();
        made.Make(_codes, table, isOfFirst);
        return made;
    }

    /// <summary>Lets go of the tables.</summary>
    internal void Forget()
    {
        Begin();
        foreach (LinePairs? one in _made)
        {
            one?.Forget();
        }
    }
}
