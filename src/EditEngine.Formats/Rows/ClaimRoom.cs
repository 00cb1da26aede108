using System.Collections.Immutable;
using EditEngine.Claims;

namespace EditEngine.Formats.Rows;

/// <summary>Objects in which claims are made one after another: a claim made here is good until the next is. For who keeps nothing of a claim; one a thread.</summary>
/// <remarks>
/// INVARIANT: what is given here is filled by <see cref="RowClaims"/> alone. Plain claims and lines have objects of their own, and those with rare members have: each object gets every member anew that it
/// ever had, so that nothing of an earlier claim is left.
/// </remarks>
internal sealed class ClaimRoom
{
    private readonly OneClaim _plain = new();
    private readonly OneClaim _detailed = new();
    private readonly Reused<ServiceLine> _lines = new(static () => new ServiceLine { Number = 1 });
    private readonly Reused<ServiceLine> _detailedLines = new(static () => new ServiceLine { Number = 1 });
    private readonly Reused<Diagnosis> _diagnoses = new(static () => new Diagnosis { Code = default });

    /// <summary>A claim without rare members.</summary>
    public OneClaim Plain => _plain;

    /// <summary>A claim with them.</summary>
    public OneClaim Detailed => _detailed;

    /// <summary>Room for its lines, with those of earlier claims in it.</summary>
    public ServiceLine[] Lines(int count) => _lines.List(count);

    /// <summary>A line without rare members.</summary>
    /// <param name="position">Its position on the claim.</param>
    public ServiceLine Line(int position) => _lines[position];

    /// <summary>A line with them.</summary>
    /// <param name="position">Its position on the claim.</param>
    public ServiceLine DetailedLine(int position) => _detailedLines[position];

    /// <summary>Room for its diagnoses, with those of earlier claims in it.</summary>
    public Diagnosis[] Diagnoses(int count) => _diagnoses.List(count);

    /// <summary>A diagnosis.</summary>
    /// <param name="position">Its position on the claim.</param>
    public Diagnosis Diagnosis(int position) => _diagnoses[position];

    /// <summary>A claim and its patient.</summary>
    public sealed class OneClaim
    {
        private readonly Claim _claim = new() { Id = nameof(ClaimRoom), Type = ClaimType.Professional, Lines = [] };

        /// <summary>Its patient, where it has one.</summary>
        public Patient Patient { get; } = new();

        /// <summary>The claim. Columns that were made of an earlier one are forgotten, and so is what a run adds.</summary>
        public Claim Begin(string id, ClaimType type, ImmutableArray<ServiceLine> lines)
        {
            (_claim._id, _claim._type, _claim._lines) = (id, type, lines);
            (_claim._columns, _claim._receivedDate) = (default, null);
            return _claim;
        }
    }

    /// <summary>Objects by their positions, and lists by their lengths.</summary>
    private sealed class Reused<T>(Func<T> make)
    {
        // Longer lists are rare, and made anew.
        private const int MostKept = 64;

        private readonly List<T> _objects = [];
        private readonly T[]?[] _lists = new T[MostKept + 1][];

        public T this[int position]
        {
            get
            {
                while (_objects.Count <= position)
                {
                    _objects.Add(make());
                }

                return _objects[position];
            }
        }

        public T[] List(int count) => count > MostKept ? new T[count] : _lists[count] ??= new T[count];
    }
}
