using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class FieldWriterTests
{
    /// <summary>What follows from other facts and that no test says: what they are is shown by what they follow from.</summary>
    [Fact]
    public void Every_field_that_a_claim_carries_can_be_written_in_a_test()
    {
        IEnumerable<string> missing =
            from field in FieldTable.All
            where field is { IsInLanguage: true, IsSubmitted: true, HasOwnWords: false }
            from owner in Enum.GetValues<ThingKinds>()
            where owner != ThingKinds.None && (field.Holders & owner) != 0 && FieldWriters.TypeOf(owner, field.Name) is null
            select $"{owner} {field.Name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void What_a_line_of_a_test_has_words_for_is_not_written_by_its_name() => Assert.Equal(
        [
            "Claim type", "Line number", "History status", "Diagnosis code", "Procedure code", "Occurrence code", "ValueCode code", "Authorization number", "Suggestion code",
        ],
        FieldTable.All.Where(field => field.HasOwnWords).Select(field => $"{Enum.GetValues<ThingKinds>().First(kind => kind != ThingKinds.None && (field.Owners & kind) != 0)} {field.Name}"));

    [Fact]
    public void What_is_written_is_read_and_null_takes_it_away()
    {
        foreach ((ThingKinds owner, object thing) in Things())
        {
            Claim claim = thing as Claim ?? ((Claim)Things()[0].Thing) with { Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "R519") }] };
            foreach (FieldSymbol field in FieldSymbols.All.Where(field => (field.Owners & owner) != 0 && FieldWriters.TypeOf(owner, field.Name) is not null))
            {
                if (ValueOf(field.Type) is not object value)
                {
                    continue;
                }

                object written = FieldWriters.Write<object>(owner, thing, field.Name, value);
                object? read = field.Read(new FieldSource(written as Claim ?? claim, written));
                Assert.Equal(value is long cents ? (decimal)cents : value, read);
                object emptied = FieldWriters.Write<object>(owner, written, field.Name, null);
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
