using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Which codes of a record are meant.</summary>
internal enum HeldPart
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those of principal and other diagnoses.</summary>
    Final,

    /// <summary>The teeth of a line.</summary>
    Teeth,

    /// <summary>The quadrants and oral-cavity areas of a line.</summary>
    Areas,
}

/// <summary>Codes where a claim holds them, inside of records of their own: reading them makes no list.</summary>
/// <param name="Codes">Codes by themselves.</param>
/// <param name="Diagnoses">Diagnoses that have the codes.</param>
/// <param name="Pointers">Which of the diagnoses, by positions from 1; <c>default</c>: all of them.</param>
/// <param name="Part">Which of what has codes is meant.</param>
/// <param name="Others">Inpatient procedures, occurrence codes, value codes or other payers that have the codes, or the line that has teeth or areas.</param>
internal readonly record struct HeldCodes(
    ImmutableArray<Code> Codes, ImmutableArray<Diagnosis> Diagnoses, ImmutableArray<int> Pointers, HeldPart Part, object? Others)
{
    /// <summary>True where there is no list; an empty one is a list.</summary>
    public bool IsMissing => Codes.IsDefault && Diagnoses.IsDefault && Pointers.IsDefault && Others is null;

    /// <summary>Codes by themselves.</summary>
    public static HeldCodes Of(ImmutableArray<Code> codes) => new(codes, default, default, HeldPart.All, null);

    /// <summary>The codes of diagnoses.</summary>
    public static HeldCodes Of(ImmutableArray<Diagnosis> diagnoses) => new(default, diagnoses, default, HeldPart.All, null);

    /// <summary>The codes of the diagnoses that are principal or other.</summary>
    public static HeldCodes OfFinal(ImmutableArray<Diagnosis> diagnoses) => new(default, diagnoses, default, HeldPart.Final, null);

    /// <summary>The codes of the diagnoses pointed at. A pointer to none is passed over; pointers into a list that was not given are missing.</summary>
    public static HeldCodes Of(ImmutableArray<Diagnosis> diagnoses, ImmutableArray<int> pointers) =>
        pointers.IsDefault || (diagnoses.IsDefault && pointers.Length > 0) ? default : new HeldCodes(default, diagnoses, pointers, HeldPart.All, null);

    /// <summary>The codes of inpatient procedures.</summary>
    public static HeldCodes Of(ImmutableArray<InpatientProcedure> procedures) => new(default, default, default, HeldPart.All, ImmutableCollectionsMarshal.AsArray(procedures));

    /// <summary>The codes of occurrences.</summary>
    public static HeldCodes Of(ImmutableArray<OccurrenceCode> occurrences) => new(default, default, default, HeldPart.All, ImmutableCollectionsMarshal.AsArray(occurrences));

    /// <summary>The codes of values.</summary>
    public static HeldCodes Of(ImmutableArray<ValueCode> values) => new(default, default, default, HeldPart.All, ImmutableCollectionsMarshal.AsArray(values));

    /// <summary>The reasons of other payers' adjustments.</summary>
    public static HeldCodes Of(ImmutableArray<OtherPayer> payers) => new(default, default, default, HeldPart.All, ImmutableCollectionsMarshal.AsArray(payers));

    /// <summary>All teeth of a line: those told apart, else the one that it names.</summary>
    public static HeldCodes Teeth(ServiceLine line) => new(default, default, default, HeldPart.Teeth, line);

    /// <summary>All quadrants and areas of a line: those in its list, else the one that it names.</summary>
    public static HeldCodes Areas(ServiceLine line) => new(default, default, default, HeldPart.Areas, line);

    /// <summary>A list of them; <c>default</c> where there is none.</summary>
    public ImmutableArray<Code> ToList()
    {
        ImmutableArray<Diagnosis> diagnoses = Diagnoses.IsDefault ? [] : Diagnoses;
        bool isFinalOnly = Part == HeldPart.Final;
        return Others switch
        {
            InpatientProcedure[] procedures => [.. procedures.Select(one => one.Code)],
            OccurrenceCode[] occurrences => [.. occurrences.Select(one => one.Code)],
            ValueCode[] values => [.. values.Select(one => one.Code)],
            OtherPayer[] payers => OtherPayerSums.Reasons(ImmutableCollectionsMarshal.AsImmutableArray(payers)),
            ServiceLine line => [.. Part == HeldPart.Teeth ? TreatedTeeth.CodesOf(line) : TreatedTeeth.AreasOf(line)],
            _ when !Pointers.IsDefault => [.. Pointers.Where(pointer => pointer >= 1 && pointer <= diagnoses.Length).Select(pointer => diagnoses[pointer - 1].Code)],
            _ when !Diagnoses.IsDefault => [.. diagnoses.Where(one => !isFinalOnly || one.Type is null or "principal" or "other").Select(one => one.Code)],
            _ => Codes,
        };
    }
}
