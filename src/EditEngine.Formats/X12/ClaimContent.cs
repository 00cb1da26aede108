using EditEngine.Claims;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>Reads the meaning of segments, by the role of their loop, into claims.</summary>
/// <remarks>Where several segments say the same thing of a claim, the first counts.</remarks>
internal sealed class ClaimContent
{
    private readonly ReadingContext _context;
    private readonly HierarchySegments _hierarchy;
    private readonly ProviderSegments _providers;
    private readonly ClaimSegments _claims;
    private readonly LineSegments _lines;
    private readonly OtherPayerSegments _otherPayers;

    public ClaimContent(ProblemLog problems, SourceMapBuilder places)
    {
        _context = new ReadingContext(new ElementReader(problems, places));
        _hierarchy = new HierarchySegments(_context);
        _providers = new ProviderSegments(_context, _hierarchy);
        _claims = new ClaimSegments(_context);
        _lines = new LineSegments(_context);
        _otherPayers = new OtherPayerSegments(_context);
    }

    /// <summary>Id of the claim that is open, or null where it has none.</summary>
    public string? ClaimId => _context.Claim.Id.Length > 0 ? _context.Claim.Id : null;

    /// <summary>Begins a transaction.</summary>
    public void Begin(ClaimType type, in Delimiters delimiters)
    {
        _context.Claim.Type = type;
        _context.Elements.Begin(delimiters);
        _context.Dates.Begin();
        _hierarchy.Begin();
    }

    /// <summary>Forgets what was read of a level that ends.</summary>
    public void Open(Level level)
    {
        _providers.Leave();
        _context.Line.Index = 0;
        _hierarchy.Open(level);
        if (level == Level.Claim)
        {
            _context.Elements.BeginClaim();
            _context.Dates.BeginClaim();
            _context.Claim.Begin();
            _context.Line.IsOpen = false;
            _otherPayers.Leave();
            _claims.Begin();
        }
    }

    /// <summary>Reads one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="rule">The loop it opens or belongs to.</param>
    /// <param name="opens">Whether it opens the loop.</param>
    public void Read(in Segment segment, LoopRule rule, bool opens)
    {
        _context.Elements.Enter(rule);
        switch (rule.Role)
        {
            case Role.None:
                break;
            case Role.Transaction or Role.BillingLevel or Role.SubscriberLevel or Role.PatientLevel:
                _hierarchy.ReadLevel(segment, rule.Role);
                break;
            case Role.Subscriber or Role.Payer or Role.Patient:
                _hierarchy.ReadPerson(segment, rule.Role);
                break;
            case Role.Claim:
                if (opens)
                {
                    _hierarchy.CheckPatient(segment);
                }

                _claims.Read(segment);
                break;
            case Role.OtherPayer or Role.OtherPayerName:
                _otherPayers.ReadOfClaim(segment);
                break;
            case Role.Line:
                if (opens)
                {
                    _otherPayers.Leave();
                }

                _lines.Read(segment, opens);
                break;
            case Role.Drug:
                _lines.ReadDrug(segment);
                break;
            case Role.Decision:
                _otherPayers.ReadOfLine(segment);
                break;
            default:
                _providers.Read(segment, rule.Role, opens);
                break;
        }
    }

    /// <summary>What the levels say, for who reads on as long as nothing is wrong. False where a row cannot say it.</summary>
    public bool TrySave(ClaimBatch batch, ref LevelFacts levels)
    {
        levels.Made = PlainFacts.Of(_context.Dates.Made);
        return _hierarchy.TrySave(batch, ref levels);
    }

    /// <summary>Takes over what the levels say.</summary>
    public void Resume(ClaimBatch batch, in LevelFacts levels) => _hierarchy.Resume(batch, levels);

    /// <summary>The form of the transaction.</summary>
    public ClaimType Type => _context.Claim.Type;

    /// <summary>The claim that is open, complete.</summary>
    public Claim Finish() => _context.Claim.Build(_hierarchy.Billing, _hierarchy.Patient, _hierarchy.Payer, _context.Dates.Made);

    /// <summary>Ends a transaction.</summary>
    public void EndTransaction() => _hierarchy.EndSubscriber();

    /// <summary>Ends the claim that is open: its last line, and what only its whole tells.</summary>
    public void EndClaim()
    {
        _lines.End();
        _claims.End();
    }
}
