using System.Collections.Frozen;
using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Notation;

/// <summary>Puts values into the claim model by the language's field names; a null takes a value away.</summary>
internal static partial class FieldWriters
{
    private static readonly FrozenDictionary<(ThingKinds Owner, string Name), Func<object, object?, object>> Writers =
        ClaimWriters().Concat(LineWriters()).Concat(OtherWriters()).ToFrozenDictionary(writer => (writer.Owner, writer.Name), writer => writer.Write);

    private static readonly FrozenDictionary<(ThingKinds Owner, string Name), Part> Parts = AllParts().ToFrozenDictionary(part => (part.Owner, part.Name));

    /// <summary>The type of a path's last field; null where there is no such field, or none that can be written.</summary>
    public static LanguageType? TypeOf(ThingKinds owner, string path)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return FindPart(owner, path[..dot]) is Part part ? TypeOf(part.Kind, path[(dot + 1)..]) : null;
        }

        return FindPart(owner, path) is not null || FindWriter(owner, path) is not null ? Fields.Find(owner, path)?.Type ?? LanguageType.Error : null;
    }

    /// <summary>The paths that can be written, ordinal order, those of parts as <c>rendering.npi</c>.</summary>
    public static IEnumerable<string> PathsOf(ThingKinds owner)
    {
        IEnumerable<ThingKinds> owners = owner == ThingKinds.History ? [ThingKinds.History, ThingKinds.Line] : [owner];
        IEnumerable<string> own = Writers.Keys.Where(key => owners.Contains(key.Owner)).Select(key => key.Name);
        IEnumerable<string> inner = Parts.Values.Where(part => owners.Contains(part.Owner)).SelectMany(part => PathsOf(part.Kind).Select(path => $"{part.Name}.{path}").Append(part.Name));
        return own.Concat(inner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>The thing with a value in the place of a path.</summary>
    /// <param name="owner">What kind of thing.</param>
    /// <param name="facts">The thing.</param>
    /// <param name="path">A path that <see cref="TypeOf"/> knows.</param>
    /// <param name="value">The value, of the field's type; null: none.</param>
    /// <param name="rendering">What a line's rendering provider is before it is changed: the claim's, taken whole.</param>
    public static object Write(ThingKinds owner, object facts, string path, object? value, Provider? rendering = null)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        string name = dot < 0 ? path : path[..dot];
        if (FindPart(owner, name) is Part part)
        {
            object? whole = dot < 0 ? value : Write(part.Kind, part.Read(facts) ?? (name == "rendering" ? rendering : null) ?? part.Empty, path[(dot + 1)..], value);
            return part.Write(facts, whole);
        }

        // INVARIANT: TypeOf was asked before, so there is a writer.
        return FindWriter(owner, name)!(facts, value);
    }

    /// <summary>The claim with a provider changed; one that it has not is made.</summary>
    public static Claim ChangeProvider(Claim claim, string role, Func<Provider, Provider> change)
    {
        Part part = Parts[(ThingKinds.Claim, role)];
        return (Claim)part.Write(claim, change((Provider)(part.Read(claim) ?? part.Empty)));
    }

    private static Func<object, object?, object>? FindWriter(ThingKinds owner, string name)
    {
        if (Writers.TryGetValue((owner, name), out Func<object, object?, object>? writer))
        {
            return writer;
        }

        // A history line has all of a line.
        return owner == ThingKinds.History && Writers.TryGetValue((ThingKinds.Line, name), out Func<object, object?, object>? ofLine)
            ? (facts, value) => ((HistoryLine)facts) with { Line = (ServiceLine)ofLine(((HistoryLine)facts).Line, value) }
            : null;
    }

    private static Part? FindPart(ThingKinds owner, string name)
    {
        if (Parts.TryGetValue((owner, name), out Part? part))
        {
            return part;
        }

        return owner == ThingKinds.History && Parts.TryGetValue((ThingKinds.Line, name), out Part? ofLine)
            ? ofLine with
            {
                Read = facts => ofLine.Read(((HistoryLine)facts).Line),
                Write = (facts, value) => ((HistoryLine)facts) with { Line = (ServiceLine)ofLine.Write(((HistoryLine)facts).Line, value) },
            }
            : null;
    }

    private static Writer Of<T>(ThingKinds owner, string name, Func<T, object?, T> write)
        where T : notnull => new(owner, name, (facts, value) => write((T)facts, value));

    private static string? Text(object? value) => value as string;

    private static DateOnly? Day(object? value) => value as DateOnly?;

    private static decimal? Number(object? value) => value as decimal?;

    private static long? Cents(object? value) => value as long?;

    private static bool? YesNo(object? value) => value as bool?;

    private static TimeOnly? TimeOf(object? value) => value is DateTimeOffset instant ? TimeOnly.FromTimeSpan(instant.TimeOfDay) : null;

    private static DateOnly? DayOf(object? value) => value is DateTimeOffset instant ? DateOnly.FromDateTime(instant.DateTime) : null;

    private static DateTimeOffset? Instant(object? value) => value as DateTimeOffset?;

    private static Code OneCode(object? value) => value is Code code ? code : default;

    private static ImmutableArray<Code> Codes(object? value) => value is ImmutableArray<Code> codes ? codes : [];

    private sealed record Writer(ThingKinds Owner, string Name, Func<object, object?, object> Write);

    /// <summary>A thing inside of a thing.</summary>
    private sealed record Part(ThingKinds Owner, string Name, ThingKinds Kind, object Empty, Func<object, object?> Read, Func<object, object?, object> Write);
}
