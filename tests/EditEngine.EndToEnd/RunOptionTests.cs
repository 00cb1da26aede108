using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>What bounds the work of a run, and whether it insists on history.</summary>
public sealed class RunOptionTests : IDisposable
{
    private const string WithHistory = """
        pack sample.two version "1"
        dates by date of service

        edit TWICE "The same procedure in history"
          for each  line v, history line h  with same procedure
          then      review v

          test "no history"
            claim professional
              line 1: 99213 on 2025-03-04
            expect clean
        end
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("run pack claims.jsonl", "\"action\":\"deny\"")]
    [InlineData("run pack claims.jsonl --budget 4", "\"action\":\"deny\"")]
    [InlineData("run pack claims.jsonl --budget 3", "\"notEvaluated\":[{\"edit\":\"ONE\",\"missing\":[],\"because\":\"over budget\"}]")]
    [InlineData("run pack claims.jsonl --budget 0 --no-index", "\"because\":\"over budget\"")]
    [InlineData("run pack claims.jsonl --budget 0 --interpret", "\"action\":\"deny\"")]
    [InlineData("run pack claims.jsonl --budget 3 --format table", "over budget")]
    [InlineData("run history claims.jsonl", "\"historySupplied\":false")]
    [InlineData("run history claims.jsonl --require-history", "\"notEvaluated\":[{\"edit\":\"TWICE\",\"missing\":[\"claim.history\"]}],\"historySupplied\":false")]
    [InlineData("run history claims.jsonl --require-history --interpret", "\"missing\":[\"claim.history\"]}],\"historySupplied\":false")]
    public void An_option_shows_in_the_result(string arguments, string shown)
    {
        _workspace.Write("history/two.edit", WithHistory);
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        ToolRun run = _workspace.Run(arguments.Split(' '));
        Assert.Equal(0, run.Code);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_budget_that_is_none_ends_with_2(string budget)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        Assert.Equal(2, _workspace.Run("run", "pack", "claims.jsonl", "--budget", budget).Code);
    }
}
