using System.Collections.Immutable;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>The least or greatest over things.</summary>
/// <remarks>
/// The least lies between the least that any thing could have that may belong, and the least of those that surely belong and have one; the greatest likewise.
/// Things without the value are passed over. Where no thing surely has one it is none, or missing.
/// </remarks>
/// <param name="isGreatest">The greatest, else the least.</param>
/// <param name="floor">What no value is below; null: nothing.</param>
internal sealed class Extremes(bool isGreatest, Rational? floor)
{
    private readonly List<(Rational? Low, Rational? High)> _possible = [];
    private readonly List<(Rational? Low, Rational? High)> _certain = [];
    private ImmutableSortedSet<string> _fields = TruthValue.NoFields;

    /// <summary>Things that were not given at all may have any value.</summary>
    public void AddUnknown(ImmutableSortedSet<string> missing)
    {
        _fields = _fields.Union(missing);
        _possible.Add((floor, null));
    }

    /// <summary>The value of a thing.</summary>
    public void Add(EvaluatedValue value, TruthValue belongs)
    {
        _fields = _fields.Union(belongs.Missing);
        switch (value)
        {
            case EvaluatedNumber number:
                Add(number.Value, number.Value, belongs.Truth == Truth.True);
                break;
            case EvaluatedRange range:
                _fields = _fields.Union(range.Fields);
                Add(range.Low, range.High, belongs.Truth == Truth.True);
                break;
            case EvaluatedMissing open:
                _fields = _fields.Union(open.Fields);
                Add(floor, null, false); // It may yet be none.
                break;
        }
    }

    /// <summary>The least or greatest of all that were added.</summary>
    public EvaluatedValue ToValue()
    {
        if (_certain.Count == 0)
        {
            return _possible.Count == 0 ? EvaluatedNone.Instance : new EvaluatedMissing(_fields);
        }

        (Rational? low, Rational? high) = isGreatest
            ? (Furthest(_certain.Select(one => one.Low)), _possible.Any(one => one.High is null) ? null : Furthest(_possible.Select(one => one.High)))
            : (_possible.Any(one => one.Low is null) ? null : Furthest(_possible.Select(one => one.Low)), Furthest(_certain.Select(one => one.High)));
        return low is { IsOverflow: true } || high is { IsOverflow: true } ? new EvaluatedMissing(_fields)
            : low is Rational known && high is Rational same && Rational.Compare(known, same) == 0 ? new EvaluatedNumber(known)
            : new EvaluatedRange(low, high, _fields);
    }

    private void Add(Rational? least, Rational? most, bool isCertain)
    {
        _possible.Add((least, most));
        if (isCertain)
        {
            _certain.Add((least, most));
        }
    }

    private Rational? Furthest(IEnumerable<Rational?> numbers) => numbers.OfType<Rational>().Aggregate((Rational?)null, (best, one) =>
        best is not Rational other ? one : Rational.Compare(one, other) is not int order ? Rational.Overflow : order > 0 == isGreatest ? one : best);
}
