using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Values;

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
    private RelatedThings _related = new();
    private int _number;

    /// <summary>The leading tuple: the first that fires; where none does, the first that is excepted.</summary>
    public EvaluatedFinding? Leading { get; private set; }

    /// <summary>The exception of the first excepted tuple.</summary>
    public BoundException? Exception { get; private set; }

    /// <summary>Some tuple fires.</summary>
    public bool Fires => Leading is { Fires: true };

    /// <summary>Some tuple could fire.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Some tuple is excepted.</summary>
    public bool IsExcepted { get; private set; }

    /// <summary>Fields on which the tuples that could fire hang.</summary>
    public ImmutableSortedSet<string> Missing { get; private set; } = TruthValue.NoFields;

    /// <summary>Lines of all tuples that fire, the leading one's first.</summary>
    public RelatedThings Related => _related;

    /// <summary>Firing beats unknown, unknown beats excepted.</summary>
    public TargetAnswer Answer =>
        Leading is { Fires: true } ? Leading.IsComplete ? TargetAnswer.Active : TargetAnswer.NotEvaluated
        : IsUnknown ? TargetAnswer.NotEvaluated
        : IsExcepted ? TargetAnswer.Bypassed : TargetAnswer.Nothing;

    /// <summary>One that could fire.</summary>
    public static TargetState Unknown(ImmutableSortedSet<string> missing) => new() { IsUnknown = true, Missing = missing };

    public void Add(int number, TruthValue fires, TruthValue excepted, BoundException? exception, Func<EvaluatedFinding> capture, Action<RelatedThings> relate)
    {
        if (fires.Truth == Truth.True)
        {
            if (!Fires)
            {
                Leading = capture() with { Fires = true };
                _number = number;
                _related = new RelatedThings();
            }

            relate(_related);
            return;
        }

        if (fires.Truth == Truth.Unknown)
        {
            IsUnknown = true;
            Missing = Missing.Union(fires.Missing);
        }

        if (excepted.Truth == Truth.True && !IsExcepted)
        {
            IsExcepted = true;
            Exception = exception;
            if (Leading is null)
            {
                Leading = capture();
                relate(_related);
            }
        }
    }

    /// <summary>Adds what other tuples of the target come to.</summary>
    public void Merge(TargetState other)
    {
        IsUnknown |= other.IsUnknown;
        Missing = Missing.Union(other.Missing);
        bool leads = other.Fires ? !Fires || other._number < _number : other.IsExcepted && !Fires && !IsExcepted;
        RelatedThings own = Fires ? _related : new RelatedThings();
        if (leads)
        {
            Leading = other.Leading;
            _number = other._number;
            _related = new RelatedThings();
            _related.AddAll(other._related);
            _related.AddAll(own);
        }
        else if (other.Fires)
        {
            _related.AddAll(other._related);
        }

        Exception = IsExcepted ? Exception : other.Exception;
        IsExcepted |= other.IsExcepted;
    }
}
