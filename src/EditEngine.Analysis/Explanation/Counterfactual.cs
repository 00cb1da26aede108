using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;

namespace EditEngine.Analysis.Explanation;

/// <summary>What would have to be another on a claim, so that an edit comes to something else on it. It was run.</summary>
/// <param name="Changes">Each in words; all of them together.</param>
/// <param name="Claim">The claim with them; where a change names several values, with the first.</param>
/// <param name="Then">What the whole pack decides then.</param>
internal sealed record Counterfactual(ImmutableArray<string> Changes, DatedClaim Claim, string Then);

/// <summary>Ways to one end.</summary>
/// <param name="Target">The finding's target; null: the edit finds nothing, and would.</param>
/// <param name="Ways">The smallest changes, those first that change least.</param>
/// <param name="More">How many as small were found beside these.</param>
internal sealed record CounterfactualSet(FindingTarget? Target, ImmutableArray<Counterfactual> Ways, int More);

/// <summary>What would change what an edit comes to on a claim.</summary>
/// <param name="Edit">Id of the edit.</param>
/// <param name="Ends">One for each finding, how it is avoided; where there is none, how the edit would find something.</param>
/// <param name="Tried">How many claims were run.</param>
internal sealed record EditCounterfactuals(string Edit, ImmutableArray<CounterfactualSet> Ends, int Tried);
