using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Evaluation;

/// <summary>A list of codes of a claim, read in place: no copy is made.</summary>
public readonly struct CodeList
{
    private readonly ImmutableArray<Code> _codes;
    private readonly ImmutableArray<Diagnosis> _diagnoses;
    private readonly ImmutableArray<int> _pointers;
    private readonly object? _others;
    private readonly bool _finalOnly;

    private CodeList(Presence presence, ImmutableArray<Code> codes, ImmutableArray<Diagnosis> diagnoses, ImmutableArray<int> pointers, bool finalOnly, object? others)
    {
        Presence = presence;
        _codes = codes;
        _diagnoses = diagnoses;
        _pointers = pointers;
        _finalOnly = finalOnly;
        _others = others;
    }

    /// <summary>Known, missing or none.</summary>
    public Presence Presence { get; }

    /// <summary>How many codes it has at most: those that a filter leaves out counted too.</summary>
    public int Length => _others is not null ? ((System.Array)_others).Length
        : !_pointers.IsDefault ? _pointers.Length
        : !_diagnoses.IsDefault ? _diagnoses.Length
        : _codes.IsDefault ? 0 : _codes.Length;

    /// <summary>A list that was not given.</summary>
    public static CodeList Missing => default;

    /// <summary>No list.</summary>
    public static CodeList None => new(Presence.None, default, default, default, false, null);

    /// <summary>Codes as they are; <c>default</c> is empty.</summary>
    public static CodeList Of(ImmutableArray<Code> codes) => new(Presence.Known, codes, default, default, false, null);

    /// <summary>The codes of diagnoses; <c>default</c> is missing.</summary>
    public static CodeList Of(ImmutableArray<Diagnosis> diagnoses, bool finalOnly) =>
        diagnoses.IsDefault ? Missing : new CodeList(Presence.Known, default, diagnoses, default, finalOnly, null);

    /// <summary>The diagnoses that pointers point at; a pointer to none is passed over.</summary>
    public static CodeList Of(ImmutableArray<Diagnosis> diagnoses, ImmutableArray<int> pointers) =>
        pointers.IsDefault || (diagnoses.IsDefault && pointers.Length > 0) ? Missing : new CodeList(Presence.Known, default, diagnoses, pointers, false, null);

    /// <summary>The codes of inpatient procedures.</summary>
    public static CodeList OfProcedures(ImmutableArray<InpatientProcedure> procedures) => new(Presence.Known, default, default, default, false, Array(procedures));

    /// <summary>The codes of occurrences.</summary>
    public static CodeList OfOccurrences(ImmutableArray<OccurrenceCode> occurrences) => new(Presence.Known, default, default, default, false, Array(occurrences));

    /// <summary>The values' codes.</summary>
    public static CodeList OfValues(ImmutableArray<ValueCode> values) => new(Presence.Known, default, default, default, false, Array(values));

    /// <summary>Every code of one system on lines: procedures, modifiers, revenue codes or NDCs.</summary>
    public static CodeList OfLines(ImmutableArray<ServiceLine> lines, CodeSystem system)
    {
        ImmutableArray<Code>.Builder codes = ImmutableArray.CreateBuilder<Code>();
        foreach (ServiceLine line in lines)
        {
            switch (system)
            {
                case CodeSystem.Procedure:
                    codes.Add(line.Procedure);
                    break;
                case CodeSystem.Revenue:
                    codes.Add(line.RevenueCode);
                    break;
                case CodeSystem.Ndc:
                    codes.Add(line.Ndc?.Code ?? default);
                    break;
                case CodeSystem.Modifier:
                    codes.AddRange(line.Modifiers.IsDefault ? [] : line.Modifiers);
                    break;
            }
        }

        return Of([.. codes.Where(code => !code.IsMissing && code.System == system)]);
    }

    /// <summary>The next code; <paramref name="position"/> begins at 0.</summary>
    public bool Next(ref int position, out Code code)
    {
        code = default;
        if (_others is not null)
        {
            return NextOther(ref position, out code);
        }

        if (!_pointers.IsDefault)
        {
            while (position < _pointers.Length)
            {
                int pointer = _pointers[position++];
                if (!_diagnoses.IsDefault && pointer >= 1 && pointer <= _diagnoses.Length)
                {
                    code = _diagnoses[pointer - 1].Code;
                    return true;
                }
            }

            return false;
        }

        if (!_diagnoses.IsDefault)
        {
            while (position < _diagnoses.Length)
            {
                Diagnosis diagnosis = _diagnoses[position++];
                if (!_finalOnly || diagnosis.Type is null or "principal" or "other")
                {
                    code = diagnosis.Code;
                    return true;
                }
            }

            return false;
        }

        if (_codes.IsDefault || position >= _codes.Length)
        {
            return false;
        }

        code = _codes[position++];
        return true;
    }

    /// <summary>True where no code comes.</summary>
    public bool IsEmpty()
    {
        int position = 0;
        return !Next(ref position, out _);
    }

    /// <summary>Whether the code comes.</summary>
    public bool Contains(ulong key)
    {
        int position = 0;
        while (Next(ref position, out Code code))
        {
            if (CodeKey.Of(code) == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the code that came up to <paramref name="position"/> had come before: a code written twice counts once.</summary>
    public bool HasBefore(int position, in Code code)
    {
        ulong key = CodeKey.Of(code);
        int at = 0;
        while (Next(ref at, out Code one) && at < position)
        {
            if (CodeKey.Of(one) == key)
            {
                return true;
            }
        }

        return false;
    }

    private static T[] Array<T>(ImmutableArray<T> things) => System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(things) ?? [];

    private bool NextOther(ref int position, out Code code)
    {
        int at = position++;
        code = _others switch
        {
            InpatientProcedure[] procedures when at < procedures.Length => procedures[at].Code,
            OccurrenceCode[] occurrences when at < occurrences.Length => occurrences[at].Code,
            ValueCode[] values when at < values.Length => values[at].Code,
            _ => default,
        };
        return !code.IsMissing;
    }
}
