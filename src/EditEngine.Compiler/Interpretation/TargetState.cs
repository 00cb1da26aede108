using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Evaluation;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What a case says of a target.</summary>
internal enum TargetAnswer
{
    Nothing,
    Active,
    NotEvaluated,
    Bypassed,
}

/// <summary>What the tuples of a target come to, in one case.</summary>
internal sealed class TargetState
{
    private bool _isUnknown;
    private bool _isExcepted;
    private readonly List<RelatedLine> _related = [];

    /// <summary>The leading tuple: the first that fires; where none does, the first that is excepted.</summary>
    public FiringTuple? Leading { get; private set; }

    /// <summary>The exception of the first excepted tuple.</summary>
    public BoundException? Exception { get; private set; }

    /// <summary>Fields on which the tuples that could fire hang.</summary>
    public ImmutableSortedSet<string> Missing { get; private set; } = Verdict.NoFields;

    /// <summary>Lines of all tuples that fire, the leading one's first.</summary>
    public IReadOnlyList<RelatedLine> Related => _related;

    /// <summary>Firing beats unknown, unknown beats excepted.</summary>
    public TargetAnswer Answer =>
        Leading is { Fires: true } ? Leading.IsWhole ? TargetAnswer.Active : TargetAnswer.NotEvaluated
        : _isUnknown ? TargetAnswer.NotEvaluated
        : _isExcepted ? TargetAnswer.Bypassed : TargetAnswer.Nothing;

    public void Add(Verdict fires, Verdict excepted, BoundException? exception, Func<FiringTuple> capture)
    {
        if (fires.Truth == Truth.True)
        {
            FiringTuple tuple = capture() with { Fires = true };
            if (Leading is not { Fires: true })
            {
                Leading = tuple;
                _related.Clear();
            }

            AddRelated(tuple);
            return;
        }

        if (fires.Truth == Truth.Unknown)
        {
            _isUnknown = true;
            Missing = Missing.Union(fires.Missing);
        }

        if (excepted.Truth == Truth.True && !_isExcepted)
        {
            _isExcepted = true;
            Exception = exception;
            if (Leading is null)
            {
                Leading = capture();
                AddRelated(Leading);
            }
        }
    }

    private void AddRelated(FiringTuple tuple)
    {
        foreach (RelatedLine line in tuple.Related)
        {
            if (!_related.Contains(line))
            {
                _related.Add(line);
            }
        }
    }
}
