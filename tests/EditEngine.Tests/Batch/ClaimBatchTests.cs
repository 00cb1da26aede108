using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Rows;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>Claims made of rows.</summary>
public sealed class ClaimBatchTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public void A_claim_has_what_its_rows_say()
    {
        ClaimBatch batch = new();
        int billing = batch.Providers.Add(new ProviderRow { Npi = Text(batch, "1234567893"), TaxId = Text(batch, "123456789"), Taxonomy = Packed(CodeSystem.Taxonomy, "207Q00000X") });
        int row = batch.Claims.Add(new ClaimRow
        {
            Id = Text(batch, "C1"),
            Type = ClaimType.Professional,
            Payer = Text(batch, "PAYER"),
            Frequency = Packed(CodeSystem.Frequency, "1"),
            From = PlainFacts.Of(Day),
            TotalChargeCents = 12_345,
            Billing = billing,
            Patient = new PatientRow { IsGiven = true, MemberId = Text(batch, "M1"), BirthDate = PlainFacts.Of(Day), Sex = 1 },
            Diagnoses = new RowRange(batch.Diagnoses.Add(new DiagnosisRow { Code = Packed(CodeSystem.Diagnosis, "J100"), Role = 1 }), 1),
            Lines = new RowRange(
                batch.Lines.Add(new ServiceLineRow
                {
                    Number = 1,
                    Procedure = Packed(CodeSystem.Procedure, "99213"),
                    Modifiers = new RowRange(batch.Codes.AddRange([Packed(CodeSystem.Modifier, "25"), Packed(CodeSystem.Modifier, "59")]), 2),
                    Pointers = new RowRange(batch.Pointers.AddRange([1, 2]), 2),
                    Units = 1.50m,
                    UnitBasis = 1,
                    ChargeCents = 12_345,
                    From = PlainFacts.Of(Day),
                    Emergency = false,
                }),
                1),
        });
        Claim expected = new()
        {
            Id = "C1",
            Type = ClaimType.Professional,
            Payer = "PAYER",
            Frequency = Code.From(CodeSystem.Frequency, "1"),
            From = Day,
            TotalChargeCents = 12_345,
            Billing = new Provider { Npi = "1234567893", TaxId = "123456789", Taxonomy = Code.From(CodeSystem.Taxonomy, "207Q00000X") },
            Patient = new Patient { MemberId = "M1", BirthDate = Day, Sex = "F" },
            Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "J10.0"), Type = "principal" }],
            Lines =
            [
                new ServiceLine
                {
                    Number = 1,
                    Procedure = Code.From(CodeSystem.Procedure, "99213"),
                    Modifiers = [Code.From(CodeSystem.Modifier, "25"), Code.From(CodeSystem.Modifier, "59")],
                    DiagnosisPointers = [1, 2],
                    Units = 1.50m,
                    UnitBasis = "UN",
                    ChargeCents = 12_345,
                    From = Day,
                    Emergency = false,
                },
            ],
        };
        Assert.Equal(RecordText.Of(expected), RecordText.Of(batch.ToClaim(row)));
    }

    [Fact]
    public void A_row_with_nothing_in_it_is_a_claim_of_which_nothing_was_given()
    {
        ClaimBatch batch = new();
        batch.ClaimDetails.Add();
        batch.LineDetails.Add();
        batch.Lines.Add().Detail = 1;
        ref ClaimRow row = ref batch.Claims.Add();
        row.Lines = new RowRange(1, 1);
        row.Detail = 1;
        Claim expected = new() { Id = "", Type = ClaimType.Unknown, Lines = [new ServiceLine { Number = 0 }] };
        Assert.Equal(RecordText.Of(expected), RecordText.Of(batch.ToClaim(1)));
    }

    [Fact]
    public void A_list_that_is_empty_is_not_one_that_is_missing()
    {
        ClaimBatch batch = new();
        batch.Lines.Add().Pointers = RowRange.Empty;
        ref ClaimRow row = ref batch.Claims.Add();
        (row.Lines, row.Diagnoses) = (new RowRange(1, 1), RowRange.Empty);
        Claim claim = batch.ToClaim(1);
        Assert.Empty(claim.Diagnoses);
        Assert.Empty(claim.Lines[0].DiagnosisPointers);
    }

    [Fact]
    public void Nothing_of_a_claim_is_left_in_its_room()
    {
        ClaimBatch batch = new();
        ClaimRoom room = new();
        ref ClaimRow full = ref batch.Claims.Add();
        full.Lines = new RowRange(batch.Lines.Next, 2);
        batch.Lines.Add(new ServiceLineRow { Number = 1, Procedure = Packed(CodeSystem.Procedure, "99213"), Units = 1, UnitBasis = 1, ChargeCents = 1, From = PlainFacts.Of(Day), Through = PlainFacts.Of(Day), Emergency = true });
        batch.Lines.Add(new ServiceLineRow { Number = 2, Modifiers = new RowRange(batch.Codes.AddRange([Packed(CodeSystem.Modifier, "25")]), 1), Pointers = RowRange.Empty });
        (full.Id, full.Payer, full.Frequency, full.From, full.TotalChargeCents) = (Text(batch, "A"), Text(batch, "P"), Packed(CodeSystem.Frequency, "1"), PlainFacts.Of(Day), 1);
        full.Patient = new PatientRow { IsGiven = true, MemberId = Text(batch, "M"), Sex = 1 };
        full.Diagnoses = new RowRange(batch.Diagnoses.Add(new DiagnosisRow { Code = Packed(CodeSystem.Diagnosis, "J100"), Role = 1 }), 1);
        ref ClaimRow least = ref batch.Claims.Add();
        (least.Id, least.Type, least.Lines) = (Text(batch, "B"), ClaimType.Dental, new RowRange(batch.Lines.Add(new ServiceLineRow { Number = 1 }), 1));
        Claim first = batch.ToClaim(1, room);
        Assert.Equal(RecordText.Of(batch.ToClaim(1)), RecordText.Of(first));
        first._receivedDate = Day;
        _ = ClaimColumns.Of(first);
        Claim second = batch.ToClaim(2, room);
        Assert.Same(first, second);
        Assert.Equal(RecordText.Of(batch.ToClaim(2)), RecordText.Of(second));
        Assert.Equal(1, ClaimColumns.Of(second).LineCount);
    }

    [Fact]
    public void Claims_of_one_billing_provider_share_it()
    {
        ClaimBatch batch = new();
        int billing = batch.Providers.Add(new ProviderRow { Npi = Text(batch, "1234567893") });
        batch.Claims.Add().Billing = billing;
        batch.Claims.Add().Billing = billing;
        Assert.Same(batch.ToClaim(1).Billing, batch.ToClaim(2).Billing);
    }

    [Fact]
    public void Entries_keep_the_order_of_the_file()
    {
        ClaimBatch batch = new();
        ReadClaim bad = new(null, "BAD", new X12Place("f", 10, 3, "CLM", "2300", null, null), []);
        batch.Claims.Add().Id = Text(batch, "A");
        batch.AddEntry(1);
        batch.AddEntry(bad);
        batch.Claims.Add().Id = Text(batch, "B");
        batch.AddEntry(2);
        Assert.Equal(["A", "BAD", "B"], Enumerable.Range(0, batch.Entries.Count).Select(entry => batch.Read(entry).Id));
        Assert.Same(bad, batch.Read(1));
    }

    [Fact]
    public void What_was_added_behind_a_mark_can_be_taken_back()
    {
        ClaimBatch batch = new();
        batch.Claims.Add().Id = Text(batch, "A");
        BatchMark mark = batch.Mark();
        RowText kept = batch.Claims[1].Id;
        batch.Claims.Add().Id = Text(batch, "B");
        batch.CutTo(mark);
        Assert.Equal(mark, batch.Mark());
        Assert.Equal("A"u8, batch.BytesOf(kept));
        batch.Clear();
        Assert.Equal(BatchMark.Beginning, batch.Mark());
    }

    [Fact]
    public void A_list_grows_only_at_the_end_of_its_table()
    {
        RowTable<ulong> table = new(2);
        RowRange first = default;
        RowRange second = default;
        Assert.True(table.TryAppend(ref first, 1));
        Assert.True(table.TryAppend(ref first, 2));
        Assert.True(table.TryAppend(ref second, 3));
        Assert.False(table.TryAppend(ref first, 4));
        Assert.Equal([1UL, 2UL], table.Of(first));
        Assert.Equal([3UL], table.Of(second));
    }

    private static RowText Text(ClaimBatch batch, string text) => batch.Text(Encoding.UTF8.GetBytes(text));

    private static ulong Packed(CodeSystem system, string text) => Code.From(system, text).Packed;
}
