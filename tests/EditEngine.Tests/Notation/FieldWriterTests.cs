using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class FieldWriterTests
{
    /// <summary>Fields that no value is given to: what follows from others, what has its own word or line, and keys.</summary>
    private static readonly string[] OtherWise =
    [
        "Claim type", "Claim final_diagnoses", "Line number", "Line days", "Line claim_type", "Line bill_type", "Line billing", "Line diagnoses", "Line procedure_form", "History procedure_form", "Claim other_payers", "Line other_payers", "History other_payers", "Provider npi_valid", "Drug code_valid", "Diagnosis system", "Diagnosis position", "History number", "History days",
        "History status", "History replaced", "Diagnosis code", "Procedure code", "Occurrence code", "ValueCode code", "Authorization number", "Suggestion code",
    ];

    [Fact]
    public void Every_field_of_the_language_can_be_written()
    {
        IEnumerable<string> missing =
            from field in Fields.All
            from owner in Enum.GetValues<ThingKinds>()
            where owner != ThingKinds.None && (field.Owners & owner) != 0 && FieldWriters.TypeOf(owner, field.Name) is null
            select $"{owner} {field.Name}";
        Assert.Equal(OtherWise.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_written_is_read_and_null_takes_it_away()
    {
        foreach ((ThingKinds owner, object thing) in Things())
        {
            Claim claim = thing as Claim ?? ((Claim)Things()[0].Thing) with { Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "R519") }] };
            foreach (FieldSymbol field in Fields.All.Where(field => (field.Owners & owner) != 0 && FieldWriters.TypeOf(owner, field.Name) is not null))
            {
                if (ValueOf(field.Type) is not object value)
                {
                    continue;
                }

                object written = FieldWriters.Write(owner, thing, field.Name, value);
                object? read = field.Read(new FieldSource(written as Claim ?? claim, written));
                Assert.Equal(value is long cents ? (decimal)cents : value, read);
                object emptied = FieldWriters.Write(owner, written, field.Name, null);
                object? after = field.Read(new FieldSource(emptied as Claim ?? claim, emptied));
                bool stays = field.Absence is Absence.Never or Absence.Derived || field.Name == "through";
                Assert.True(stays || after is null or ImmutableArray<Code> { Length: 0 } or ImmutableArray<string> { Length: 0 }, $"{owner} {field.Name}");
            }
        }
    }

    private static object? ValueOf(LanguageType type) => type.Kind switch
    {
        TypeKind.Text when type.Words is { Words.IsEmpty: false } list => list.Words[^1],
        TypeKind.Text => "x1",
        TypeKind.Code => Code.From(type.System, "11"),
        TypeKind.CodeList => ImmutableArray.Create(Code.From(type.System, "11")),
        TypeKind.TextList => ImmutableArray.Create("x1"),
        TypeKind.Date => new DateOnly(2024, 5, 2),
        TypeKind.Instant => new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.Zero),
        TypeKind.Money => 1250L,
        TypeKind.Number or TypeKind.Units => 3m,
        TypeKind.YesNo => true,
        _ => null,
    };

    private static (ThingKinds Owner, object Thing)[] Things() =>
    [
        (ThingKinds.Claim, new Claim { Id = "1", Type = ClaimType.Professional, Lines = [] }),
        (ThingKinds.Line, new ServiceLine { Number = 1 }),
        (ThingKinds.History, new HistoryLine { ClaimId = "H", Status = LineStatus.Paid, Line = new ServiceLine { Number = 1 } }),
        (ThingKinds.Patient, new Patient()),
        (ThingKinds.Provider, new Provider()),
        (ThingKinds.Certificate, new Certificate()),
        (ThingKinds.Diagnosis, new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "R519") }),
        (ThingKinds.Procedure, new InpatientProcedure { Code = Code.From(CodeSystem.InpatientProcedure, "0SRD0J9") }),
        (ThingKinds.Occurrence, new OccurrenceCode { Code = Code.From(CodeSystem.Occurrence, "11") }),
        (ThingKinds.ValueCode, new ValueCode { Code = Code.From(CodeSystem.Value, "80") }),
        (ThingKinds.Drug, new DrugIdentification()),
        (ThingKinds.Authorization, new Authorization { Number = "A" }),
        (ThingKinds.Suggestion, new Suggestion { Code = Code.From(CodeSystem.Procedure, "99213") }),
        (ThingKinds.Evidence, new Evidence()),
    ];
}
