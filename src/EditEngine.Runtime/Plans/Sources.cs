using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EditEngine.Tables;

namespace EditEngine.Plans;

/// <summary>Where the things come from that a slot runs over.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Alternatives">A thing belongs where any alternative takes it.</param>
/// <param name="Access">Which lines of history are looked at; null where none are among the things.</param>
internal sealed record SourcePlan(int Slot, ImmutableArray<AlternativePlan> Alternatives, Access? Access = null);

/// <summary>Things of some kinds, or of a list, and what they must meet.</summary>
/// <param name="Kinds">A bit for each kind that is taken; one where there is no list.</param>
/// <param name="Conditions">Over the slot, in the order in which they are asked.</param>
/// <param name="List">The list; null for the claim's own things.</param>
internal sealed record AlternativePlan(int Kinds, ImmutableArray<Expression> Conditions, ThingList? List = null);

/// <summary>A list of things.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(EvidenceOf), "evidence of")]
[JsonDerivedType(typeof(CertificatesOf), "certificates of")]
[JsonDerivedType(typeof(SpansOf), "spans of")]
[JsonDerivedType(typeof(RowsOf), "rows of")]
[JsonDerivedType(typeof(MembersOf), "members of")]
[JsonDerivedType(typeof(OwnMembersOf), "own members of")]
[JsonDerivedType(typeof(OnlyThing), "thing")]
[JsonDerivedType(typeof(LastRun), "last run")]
internal abstract record ThingList;

/// <summary>The spans of evidence of a suggestion.</summary>
internal sealed record EvidenceOf(FactRef Suggestion) : ThingList;

/// <summary>The certificates of a provider in a role.</summary>
internal sealed record CertificatesOf(FactRef Provider) : ThingList;

/// <summary>The spans of days of a fact that the payer adds.</summary>
/// <param name="Name">Of the fact in rule text.</param>
/// <param name="Member">Under <c>spans</c> of the claim.</param>
internal sealed record SpansOf(string Name, string Member) : ThingList;

/// <summary>The rows of a table in force on a date, those of one first key where it is fixed.</summary>
/// <param name="Name">Of the table in rule text.</param>
/// <param name="Table">The table.</param>
/// <param name="On">The date; null: none.</param>
/// <param name="FirstKey">A code or a text; null: every row.</param>
internal sealed record RowsOf(string Name, Table Table, Expression? On = null, Expression? FirstKey = null) : ThingList;

/// <summary>The members of a group.</summary>
/// <param name="Group">Slot of the group.</param>
internal sealed record MembersOf(int Group) : ThingList;

/// <summary>The members of a group but its tentative ones: a member with a partial key is decided by the groups made for it.</summary>
/// <param name="Group">Slot of the group.</param>
internal sealed record OwnMembersOf(int Group) : ThingList;

/// <summary>One thing as a list.</summary>
internal sealed record OnlyThing(Expression Thing) : ThingList;

/// <summary>The last run of a source in the order of a key: cut before each member for which a condition holds.</summary>
/// <param name="Source">The things.</param>
/// <param name="By">The order, ascending.</param>
/// <param name="Previous">Slot of the member before.</param>
/// <param name="Broken">The condition.</param>
internal sealed record LastRun(SourcePlan Source, Expression By, int Previous, Expression Broken) : ThingList;
