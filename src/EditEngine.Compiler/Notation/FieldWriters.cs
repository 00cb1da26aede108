using System.Diagnostics;
using EditEngine.Claims;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Notation;

/// <summary>Puts values into the claim model by the language's field names, through the rows of the table of fields; a null takes a value away.</summary>
internal static class FieldWriters
{
    /// <summary>The type of a path's last field; null where there is no such field, or none that can be written.</summary>
    public static LanguageType? TypeOf(ThingKinds owner, string path)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        if (FieldTable.FindWord(owner, dot < 0 ? path : path[..dot]) is not ClaimField field || !field.CanBeWritten(owner))
        {
            return null;
        }

        return dot < 0 ? field.IsInLanguage ? LanguageType.Of(field.Type) : LanguageType.Error
            : field.Type.Kind == FieldKind.Thing ? TypeOf(field.Type.Things, path[(dot + 1)..])
            : null;
    }

    /// <summary>The paths that can be written, ordinal order, those of parts as <c>rendering.npi</c>.</summary>
    public static IEnumerable<string> PathsOf(ThingKinds owner) => FieldTable.All
        .Where(field => (field.Owners & owner) != 0 && field.CanBeWritten(owner))
        .SelectMany(field => field.Type.Kind == FieldKind.Thing ? PathsOf(field.Type.Things).Select(path => $"{field.Name}.{path}").Append(field.Name) : [field.Name])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The thing with a value in the place of a path.</summary>
    /// <param name="owner">What kind of thing.</param>
    /// <param name="facts">The thing.</param>
    /// <param name="path">A path that <see cref="TypeOf"/> knows.</param>
    /// <param name="value">The value, of the field's type; null: none.</param>
    /// <param name="rendering">What a line's rendering provider is before it is changed: the claim's, taken whole.</param>
    public static T Write<T>(ThingKinds owner, T facts, string path, object? value, Provider? rendering = null)
        where T : class
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        string name = dot < 0 ? path : path[..dot];
        ClaimField field = FieldTable.FindWord(owner, name)!; // TypeOf was asked before.
        object copy = CopyOf(facts);
        object? whole = dot < 0 ? value : Write(field.Type.Things, PartOf(field, copy) ?? (name == "rendering" ? rendering : null) ?? EmptyOf(field.Type.Things), path[(dot + 1)..], value);
        field.Write(copy, whole);
        return (T)copy;
    }

    /// <summary>The claim with a provider changed; one that it has not is made.</summary>
    public static Claim ChangeProvider(Claim claim, string role, Func<Provider, Provider> change)
    {
        ClaimField<Provider?> field = (ClaimField<Provider?>)FieldTable.FindWord(ThingKinds.Claim, role)!; // Roles are fields of claims.
        return Write(ThingKinds.Claim, claim, role, change(field.Get(claim) ?? new Provider()));
    }

    private static object? PartOf(ClaimField field, object record) => field switch
    {
        ClaimField<Provider?> provider => provider.Get(record),
        ClaimField<Patient?> patient => patient.Get(record),
        ClaimField<DrugIdentification?> drug => drug.Get(record),
        _ => null,
    };

    private static object EmptyOf(ThingKinds kind) => kind switch
    {
        ThingKinds.Provider => new Provider(),
        ThingKinds.Patient => new Patient(),
        ThingKinds.Drug => new DrugIdentification(),
        _ => throw new UnreachableException($"A {kind} is no part of a thing."),
    };

    // A record is written once: into a copy that nobody has yet.
    private static object CopyOf(object facts) => facts switch
    {
        Claim claim => claim with { },
        ServiceLine line => line with { },
        HistoryLine history => history with { Line = history.Line with { } },
        Patient patient => patient with { },
        Provider provider => provider with { },
        Certificate certificate => certificate with { },
        Diagnosis diagnosis => diagnosis with { },
        InpatientProcedure procedure => procedure with { },
        OccurrenceCode occurrence => occurrence with { },
        ValueCode value => value with { },
        DrugIdentification drug => drug with { },
        Authorization authorization => authorization with { },
        Suggestion suggestion => suggestion with { },
        Evidence evidence => evidence with { },
        _ => throw new UnreachableException($"A {facts.GetType().Name} has no fields."),
    };
}
