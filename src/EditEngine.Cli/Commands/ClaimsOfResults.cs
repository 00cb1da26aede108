using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>The claims that results were decided of: both stand in the order of the run, and claims without a result are passed over.</summary>
/// <param name="claims">The claims.</param>
internal sealed class ClaimsOfResults(ClaimStream claims)
{
    private readonly IEnumerator<(Claim Claim, DateOnly AsOf)> _claims = claims.Read().GetEnumerator();
    private bool _isLost;

    /// <summary>Bad input where the claims were bad, or are none of these results'.</summary>
    public int ExitCode => _isLost ? Cli.ExitCode.BadInput : claims.ExitCode;

    /// <summary>The claim of a result; null, once told, where no claim that is left is it.</summary>
    public Claim? Of(Result result)
    {
        while (!_isLost && _claims.MoveNext())
        {
            if (_claims.Current.Claim.Id == result.Claim)
            {
                return _claims.Current.Claim;
            }
        }

        if (!_isLost)
        {
            _isLost = true;
            ProblemLines.OnError().Write(SuiteDiagnostics.OtherClaims(result.Claim));
        }

        return null;
    }
}
