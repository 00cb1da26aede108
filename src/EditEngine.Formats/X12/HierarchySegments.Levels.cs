using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>What is said of the open levels, to who reads on from there, and from who read on to there.</summary>
internal sealed partial class HierarchySegments
{
    private const int ChildCode = 4;
    private const string SubscriberLevel = "2000B";

    /// <summary>Says it. False where rows cannot: a code that does not pack, a number of a level that is written in another way.</summary>
    public bool TrySave(ClaimBatch batch, ref LevelFacts levels)
    {
        levels.LevelCount = _levelCount;
        if (!TryNumber(_levelNumbers[0], out levels.BillingNumber) || !TryNumber(_levelNumbers[1], out levels.SubscriberNumber) || !TryNumber(_levelNumbers[2], out levels.PatientNumber))
        {
            return false;
        }

        if (_billingTaxonomy.Odd is not null || Billing is { Taxonomy.Odd: not null })
        {
            return false;
        }

        (levels.IsPatientDue, levels.DueOffset, levels.DueNumber) = (_withoutPatient is not null, _withoutPatient?.Offset ?? 0, _withoutPatient?.SegmentNumber ?? 0);
        levels.HasNoPatients = _hasNoPatients;
        levels.BillingTaxonomy = _billingTaxonomy.Packed;
        levels.Billing = Billing is Provider billing ? RowOf(batch, billing) : 0;
        levels.Payer = Text(batch, Payer);
        levels.Subscriber = RowOf(batch, _subscriber);
        (levels.IsSelf, levels.HasAddress, levels.HasDemographics) = (_isSelf, _hasAddress, _hasDemographics);
        levels.HasDependent = _dependent is not null;
        levels.Dependent = _dependent is Patient dependent ? RowOf(batch, dependent) : default;
        return true;
    }

    /// <summary>Takes it over.</summary>
    public void Resume(ClaimBatch batch, in LevelFacts levels)
    {
        _levelCount = levels.LevelCount;
        (_levelNumbers[0], _levelNumbers[1], _levelNumbers[2]) = (Text(levels.BillingNumber), Text(levels.SubscriberNumber), Text(levels.PatientNumber));
        _withoutPatient = levels.IsPatientDue ? _elements.Place(levels.DueOffset, levels.DueNumber, SegmentId.Hl, SubscriberLevel, ChildCode, "1") : null;
        _hasNoPatients = levels.HasNoPatients;
        _billingTaxonomy = Code.FromPacked(levels.BillingTaxonomy);
        Billing = levels.Billing == 0 ? null : ProviderOf(batch, batch.Providers[levels.Billing]);
        Payer = Text(batch, levels.Payer);
        _subscriber = PatientOf(batch, levels.Subscriber);
        (_isSelf, _hasAddress, _hasDemographics) = (levels.IsSelf, levels.HasAddress, levels.HasDemographics);
        _dependent = levels.HasDependent ? PatientOf(batch, levels.Dependent) : null;
    }

    internal static int RowOf(ClaimBatch batch, Provider provider) => batch.Providers.Add(new ProviderRow
    {
        Npi = Text(batch, provider.Npi),
        TaxId = Text(batch, provider.TaxId),
        State = Text(batch, provider.State),
        Zip = Text(batch, provider.Zip),
        Country = Text(batch, provider.Country),
        Taxonomy = provider.Taxonomy.Packed,
    });

    internal static Provider ProviderOf(ClaimBatch batch, in ProviderRow row) => new()
    {
        Npi = Text(batch, row.Npi),
        TaxId = Text(batch, row.TaxId),
        State = Text(batch, row.State),
        Zip = Text(batch, row.Zip),
        Country = Text(batch, row.Country),
        Taxonomy = Code.FromPacked(row.Taxonomy),
    };

    private static PatientRow RowOf(ClaimBatch batch, Patient patient) => new()
    {
        IsGiven = true,
        MemberId = Text(batch, patient.MemberId),
        BirthDate = PlainFacts.Of(patient.BirthDate),
        Sex = (byte)RowWords.Sexes.IndexOf(patient.Sex),
    };

    private static Patient PatientOf(ClaimBatch batch, in PatientRow row) => new() { MemberId = Text(batch, row.MemberId), BirthDate = RowClaims.Day(row.BirthDate), Sex = RowWords.Sexes[row.Sex] };

    private static RowText Text(ClaimBatch batch, string? text) => text is null ? default : batch.Text(Encoding.UTF8.GetBytes(text));

    private static string? Text(ClaimBatch batch, RowText text) => text.IsMissing ? null : Encoding.UTF8.GetString(batch.BytesOf(text));

    // Of a level that is not open there is none.
    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        return text.Length == 0 || (text[0] != '0' && text.Length <= 9 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number));
    }

    private static string Text(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
