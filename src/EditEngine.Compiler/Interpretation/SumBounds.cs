using System.Collections.Immutable;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A sum of numbers that are not all known: the least and the most that it can be.</summary>
internal sealed class SumBounds
{
    private readonly bool _isNeverNegative;
    private Rational? _low = Rational.Zero;
    private Rational? _high;
    private ImmutableSortedSet<string> _fields;

    /// <param name="isNeverNegative">No number is below zero.</param>
    /// <param name="missing">Fields of a list that is not there: its things may add anything; null: all are there.</param>
    public SumBounds(bool isNeverNegative, ImmutableSortedSet<string>? missing)
    {
        _isNeverNegative = isNeverNegative;
        _high = missing is null ? Rational.Zero : null;
        _fields = missing ?? TruthValue.NoFields;
    }

    /// <summary>A number of a thing that belongs, or may.</summary>
    public void Add(EvaluatedValue value, TruthValue belongs)
    {
        (Rational? least, Rational? most) = value switch
        {
            EvaluatedNumber number => (number.Value, number.Value),
            EvaluatedRange range => (range.Low, range.High),
            EvaluatedMissing when _isNeverNegative => (Rational.Zero, null),
            EvaluatedMissing => (null, null),
            _ => ((Rational?)Rational.Zero, (Rational?)Rational.Zero),
        };
        if (value is EvaluatedMissing or EvaluatedRange)
        {
            _fields = _fields.Union(Arithmetic.FieldsOf(value));
        }

        if (belongs.Truth == Truth.Unknown)
        {
            // It may add nothing at all.
            _fields = _fields.Union(belongs.Missing);
            least = least is Rational l && l.Numerator > 0 ? Rational.Zero : least;
            most = most is Rational m && m.Numerator < 0 ? Rational.Zero : most;
        }

        _low = _low is Rational a && least is Rational b ? a + b : null;
        _high = _high is Rational c && most is Rational d ? c + d : null;
    }

    /// <summary>The sum of all that were added.</summary>
    public EvaluatedValue ToValue() =>
        _low is Rational { IsOverflow: true } || _high is Rational { IsOverflow: true } ? new EvaluatedMissing(_fields)
        : _low is Rational known && _high is Rational same && Rational.Compare(known, same) == 0 ? new EvaluatedNumber(known)
        : new EvaluatedRange(_low, _high, _fields);
}
