using System.Collections;
using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>A field of a thing that a line of a test can give, and what the language reads there.</summary>
/// <param name="Path">As <c>rendering.npi</c>.</param>
/// <param name="Field">The row of the field at the path's end.</param>
/// <param name="Value">Null where it is absent.</param>
internal readonly record struct SaidValue(string Path, ClaimField Field, object? Value)
{
    /// <summary>Every field that a test can write, parts after what they are parts of. Of a part that is not there, only that.</summary>
    /// <param name="kind">The kind of thing.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="thing">Its record.</param>
    public static IEnumerable<SaidValue> Of(ThingKinds kind, Claim claim, object thing) => Of(kind, claim, thing, "");

    /// <summary>Both have the same value here.</summary>
    public bool IsSame(object? other) => (Value, other) switch
    {
        (null, null) => true,
        (null, IEnumerable list and not string) => Field.Absence == Absence.Empty && !list.Cast<object>().Any(),
        (IEnumerable list and not string, null) => Field.Absence == Absence.Empty && !list.Cast<object>().Any(),
        (null, _) or (_, null) => false,
        (ImmutableArray<Code> one, ImmutableArray<Code> two) => one.SequenceEqual(two),
        (ImmutableArray<string> one, ImmutableArray<string> two) => one.SequenceEqual(two, StringComparer.Ordinal),
        (ImmutableArray<int> one, ImmutableArray<int> two) => one.SequenceEqual(two),
        (Part, Part) => true,
        (object one, object two) => one.Equals(two),
    };

    private static IEnumerable<SaidValue> Of(ThingKinds kind, Claim claim, object thing, string before)
    {
        foreach (ClaimField field in FieldTable.All.Where(field => (field.Owners & kind) != 0 && field.CanBeWritten(kind)))
        {
            string path = before + field.Name;
            bool isWhole = field.Type.Kind is FieldKind.Thing or FieldKind.Things;
            object? value = isWhole ? PresenceOf(field, claim, thing) : field.ValueOf(claim, thing) is var read && read is not ImmutableArray<int> { IsDefault: true } ? read : null;
            yield return new SaidValue(path, field, value);
            if (field.Type is { Kind: FieldKind.Thing, Things: not ThingKinds.None } && field.PartOf(claim, thing) is object part)
            {
                foreach (SaidValue inside in Of(field.Type.Things, claim, part, path + "."))
                {
                    yield return inside;
                }
            }
        }
    }

    // What is in a list of things is compared thing by thing.
    private static Part? PresenceOf(ClaimField field, Claim claim, object thing) =>
        (field.Type.Kind == FieldKind.Thing ? field.PartOf(claim, thing) : field.ValueOf(claim, thing)) switch
        {
            null or ImmutableArray<HistoryLine> { IsDefault: true } or ImmutableArray<Authorization> { IsDefault: true } => null,
            _ => Part.Instance,
        };

    private sealed class Part
    {
        public static readonly Part Instance = new();
    }
}
