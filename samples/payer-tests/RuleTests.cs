using EditEngine.Testing;

namespace Payer.Tests;

/// <summary>The tests beside the edits, as cases of the billing system's own tests: each is listed by its edit and title, and leads to its line in the rule file.</summary>
public sealed class RuleTests
{
    [PackTests("payer-rules/acme/commercial")]
    public void Commercial(PackTest test) => test.Run();

    [PackTests("payer-rules/cms/ncci")]
    public void Ncci(PackTest test) => test.Run();
}
