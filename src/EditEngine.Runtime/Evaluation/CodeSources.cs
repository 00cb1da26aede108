using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>The lists of codes that a claim has.</summary>
internal static class CodeSources
{
    private static readonly CodeSource OfDiagnosis = new CodesOfFacts<Diagnosis>(static diagnosis => diagnosis.Code);
    private static readonly CodeSource OfFinalDiagnosis =
        new CodesOfFacts<Diagnosis>(static diagnosis => diagnosis.Type is null or "principal" or "other" ? diagnosis.Code : default);

    private static readonly CodeSource OfIcd10Diagnosis =
        new CodesOfFacts<Diagnosis>(static diagnosis => diagnosis.Code.System == CodeSystem.Diagnosis ? diagnosis.Code : default);

    private static readonly CodeSource OfPointer = new PointedDiagnoses();
    private static readonly CodeSource OfProcedure = new CodesOfFacts<InpatientProcedure>(static procedure => procedure.Code);
    private static readonly CodeSource OfOccurrence = new CodesOfFacts<OccurrenceCode>(static occurrence => occurrence.Code);
    private static readonly CodeSource OfValue = new CodesOfFacts<ValueCode>(static value => value.Code);
    private static readonly CodeSource OfLineProcedure = new CodesOfFacts<ServiceLine>(static line => line.Procedure);
    private static readonly CodeSource OfLineRevenue = new CodesOfFacts<ServiceLine>(static line => line.RevenueCode);
    private static readonly CodeSource OfLineDrug = new CodesOfFacts<ServiceLine>(static line => line.Ndc?.Code ?? default);
    private static readonly CodeSource OfLineModifier = new CodesWithinFacts<ServiceLine, Code>(static line => line.Modifiers, static modifier => modifier);
    private static readonly CodeSource OfAdjustment = new CodesWithinFacts<OtherPayer, Adjustment>(static payer => payer.Adjustments, static adjustment => adjustment.Reason);

    private static readonly CodeSource OfTeeth = new CodesOfLine(TreatedTeeth.CountOf, TreatedTeeth.At);
    private static readonly CodeSource OfAreas = new CodesOfLine(TreatedTeeth.CountOfAreas, TreatedTeeth.AreaAt);

    /// <summary>The codes of diagnoses; <c>default</c> is missing.</summary>
    public static CodeList Of(ImmutableArray<Diagnosis> diagnoses, bool finalOnly = false) =>
        diagnoses.IsDefault ? CodeList.Missing : CodeList.Of(finalOnly ? OfFinalDiagnosis : OfDiagnosis, Array(diagnoses));

    /// <summary>The diagnoses that pointers point at; a pointer to none is passed over.</summary>
    public static CodeList Of(ImmutableArray<Diagnosis> diagnoses, ImmutableArray<int> pointers) =>
        pointers.IsDefault || (diagnoses.IsDefault && pointers.Length > 0) ? CodeList.Missing : CodeList.Of(OfPointer, Array(diagnoses), Array(pointers));

    /// <summary>The codes of inpatient procedures.</summary>
    public static CodeList Of(ImmutableArray<InpatientProcedure> procedures) => CodeList.Of(OfProcedure, Array(procedures));

    /// <summary>The codes of occurrences.</summary>
    public static CodeList Of(ImmutableArray<OccurrenceCode> occurrences) => CodeList.Of(OfOccurrence, Array(occurrences));

    /// <summary>The values' codes.</summary>
    public static CodeList Of(ImmutableArray<ValueCode> values) => CodeList.Of(OfValue, Array(values));

    /// <summary>Reasons of other payers' adjustments, in the order given.</summary>
    public static CodeList ReasonsOf(ImmutableArray<OtherPayer> payers) => CodeList.Of(OfAdjustment, Array(payers));

    /// <summary>The teeth of a line.</summary>
    public static CodeList TeethOf(ServiceLine line) => CodeList.Of(OfTeeth, line);

    /// <summary>The quadrants and areas of a line.</summary>
    public static CodeList AreasOf(ServiceLine line) => CodeList.Of(OfAreas, line);

    /// <summary>Every code of one system on a claim; never missing.</summary>
    public static CodeList Of(Claim claim, CodeSystem system) => system switch
    {
        CodeSystem.Diagnosis => CodeList.Of(OfIcd10Diagnosis, Array(claim.Diagnoses)),
        CodeSystem.InpatientProcedure => Of(claim.Procedures),
        CodeSystem.Condition => CodeList.Of(claim.ConditionCodes),
        CodeSystem.Occurrence => Of(claim.OccurrenceCodes),
        CodeSystem.Value => Of(claim.ValueCodes),
        CodeSystem.Procedure => CodeList.Of(OfLineProcedure, Array(claim.Lines)),
        CodeSystem.Revenue => CodeList.Of(OfLineRevenue, Array(claim.Lines)),
        CodeSystem.Ndc => CodeList.Of(OfLineDrug, Array(claim.Lines)),
        CodeSystem.Modifier => CodeList.Of(OfLineModifier, Array(claim.Lines)),
        _ => CodeList.Of(ImmutableArray<Code>.Empty),
    };

    private static T[]? Array<T>(ImmutableArray<T> things) => ImmutableCollectionsMarshal.AsArray(things);

    /// <summary>Facts of which each has a code.</summary>
    private sealed class CodesOfFacts<T>(Func<T, Code> code) : CodeSource
        where T : class
    {
        public override int Length(object? facts, object? filter) => facts is T[] all ? all.Length : 0;

        public override bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code next)
        {
            if (facts is not T[] all || cursor.At >= all.Length)
            {
                next = default;
                return false;
            }

            next = code(all[cursor.At++]);
            return true;
        }
    }

    /// <summary>Facts of which each has several codes.</summary>
    private sealed class CodesWithinFacts<T, TPart>(Func<T, ImmutableArray<TPart>> parts, Func<TPart, Code> code) : CodeSource
        where T : class
    {
        public override int Length(object? facts, object? filter)
        {
            int length = 0;
            foreach (T one in facts as T[] ?? [])
            {
                length += parts(one) is { IsDefault: false } own ? own.Length : 0;
            }

            return length;
        }

        public override bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code next)
        {
            for (; facts is T[] all && cursor.At < all.Length; cursor.At++, cursor.Within = 0)
            {
                ImmutableArray<TPart> own = parts(all[cursor.At]);
                if (!own.IsDefault && cursor.Within < own.Length)
                {
                    next = code(own[cursor.Within++]);
                    return true;
                }
            }

            next = default;
            return false;
        }
    }

    /// <summary>Codes that one line has, however it says them.</summary>
    private sealed class CodesOfLine(Func<ServiceLine, int> count, Func<ServiceLine, int, Code> at) : CodeSource
    {
        public override int Length(object? facts, object? filter) => facts is ServiceLine line ? count(line) : 0;

        public override bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code next)
        {
            next = default;
            if (facts is not ServiceLine line || cursor.At >= count(line))
            {
                return false;
            }

            next = at(line, cursor.At++);
            return true;
        }
    }

    /// <summary>Diagnoses by their pointers.</summary>
    private sealed class PointedDiagnoses : CodeSource
    {
        public override int Length(object? facts, object? filter) => filter is int[] pointers ? pointers.Length : 0;

        public override bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code next)
        {
            next = default;
            if (filter is not int[] pointers || cursor.At >= pointers.Length)
            {
                return false;
            }

            int pointer = pointers[cursor.At++];
            if (facts is Diagnosis[] diagnoses && pointer >= 1 && pointer <= diagnoses.Length)
            {
                next = diagnoses[pointer - 1].Code;
            }

            return true;
        }
    }
}
