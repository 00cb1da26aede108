namespace EditEngine.Formats.X12.Fast;

/// <summary>Reads what claims keep of segments whose elements are right, by their meanings. As <see cref="ClaimContent"/>.</summary>
internal sealed class FastSegments
{
    private readonly FastContext _context;
    private readonly FastHierarchy _hierarchy;
    private readonly FastProviders _providers;
    private readonly FastClaims _claims;
    private readonly FastHealthCodes _healthCodes;
    private readonly FastLines _lines;
    private readonly FastPayers _payers;
    private readonly FastTeeth _teeth;

    public FastSegments(FastContext context)
    {
        _context = context;
        _hierarchy = new FastHierarchy(context);
        _providers = new FastProviders(context);
        _claims = new FastClaims(context);
        _healthCodes = new FastHealthCodes(context);
        _lines = new FastLines(context, _claims);
        _payers = new FastPayers(context);
        _teeth = new FastTeeth(context);
    }

    /// <summary>Ends the claim that is open. False where its whole tells that something is wrong.</summary>
    public bool EndClaim() => _healthCodes.End() && _teeth.EndLine() && _claims.End();

    /// <summary>Reads a segment. False where something about it is not plainly good.</summary>
    public bool Read(in FastSegment segment, SegmentMeaning meaning, Role role, long offset, int number)
    {
        switch (meaning)
        {
            case SegmentMeaning.Nothing:
                return true;
            case SegmentMeaning.Line:
                return _teeth.EndLine() && _lines.ReadNumber(segment);
            case SegmentMeaning.ProfessionalService:
                return _lines.ReadProfessional(segment);
            case SegmentMeaning.LineDate:
                return _lines.ReadDate(segment);
            case SegmentMeaning.InstitutionalService:
                return _lines.ReadInstitutional(segment);
            case SegmentMeaning.DentalService:
                return _lines.ReadDental(segment);
            case SegmentMeaning.LineReference:
                return _lines.ReadReference(segment);
            case SegmentMeaning.LineConditions:
                return _claims.ReadConditions(segment, isOfLine: true);
            case SegmentMeaning.Drug:
                return _lines.ReadDrug(segment);
            case SegmentMeaning.DrugQuantity:
                return _lines.ReadDrugQuantity(segment);
            case SegmentMeaning.Tooth:
                return _teeth.Read(segment);
            case SegmentMeaning.Decision:
                return _payers.ReadDecision(segment);
            case SegmentMeaning.OtherPayer:
                return _payers.ReadPayer(segment);
            case SegmentMeaning.OtherPayerName:
                _payers.ReadName(segment);
                return true;
            case SegmentMeaning.OtherPayerAmount:
                return _payers.ReadAmount(segment, isOfLine: role == Role.Decision);
            case SegmentMeaning.OtherPayerReference:
                _payers.ReadReference(segment);
                return true;
            case SegmentMeaning.Adjustments:
                return _payers.ReadAdjustments(segment);
            case SegmentMeaning.DecisionDate:
                return _payers.ReadDate(segment);
            case SegmentMeaning.HealthCodes:
                return _healthCodes.Read(segment);
            default:
                return ReadOfLevelOrClaim(segment, meaning, role, offset, number);
        }
    }

    private bool ReadOfLevelOrClaim(in FastSegment segment, SegmentMeaning meaning, Role role, long offset, int number)
    {
        switch (meaning)
        {
            case SegmentMeaning.ClaimHeader:
                _healthCodes.Begin();
                _teeth.Forget();
                _context.Levels.Level = Level.Claim;
                return _claims.ReadHeader(segment, offset, number);
            case SegmentMeaning.ClaimDate:
                return _claims.ReadDate(segment);
            case SegmentMeaning.Institutional:
                return _claims.ReadInstitutional(segment);
            case SegmentMeaning.ClaimReference:
                return _claims.ReadReference(segment);
            case SegmentMeaning.Conditions:
                return _claims.ReadConditions(segment, isOfLine: false);
            case SegmentMeaning.Attachment:
                return _claims.ReadAttachment(segment);
            case SegmentMeaning.Note:
                return _claims.ReadNote(segment);
            case SegmentMeaning.MissingTooth:
                return _claims.ReadMissingTooth(segment);
            case SegmentMeaning.Level:
                return _hierarchy.ReadLevel(segment, role, offset, number);
            case SegmentMeaning.SubscriberRelation:
                _context.Levels.IsSelf = segment[2].SequenceEqual("18"u8);
                return true;
            case SegmentMeaning.BillingTaxonomy:
                return _hierarchy.ReadTaxonomy(segment);
            case SegmentMeaning.Person:
                _hierarchy.ReadPerson(segment, role);
                return true;
            case SegmentMeaning.PersonAddress:
                _context.Levels.HasAddress = true;
                return true;
            case SegmentMeaning.Demographics:
                return _hierarchy.ReadDemographics(segment, role);
            case SegmentMeaning.Payer:
                _hierarchy.ReadPayer(segment);
                return true;
            case SegmentMeaning.Provider:
                _providers.ReadName(segment, role);
                return true;
            case SegmentMeaning.ProviderTaxonomy:
                return _providers.ReadTaxonomy(segment);
            case SegmentMeaning.ProviderStreet:
                return !ProviderSegments.IsPostOfficeBox(segment[1]);
            case SegmentMeaning.ProviderState:
                _providers.ReadAddress(segment);
                return true;
            case SegmentMeaning.ProviderReference:
                _providers.ReadReference(segment);
                return true;
            default:
                return false;
        }
    }
}
