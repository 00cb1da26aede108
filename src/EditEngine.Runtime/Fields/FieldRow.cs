using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Fields;

/// <summary>A field kept in records of one type.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TValue">The type of its values.</typeparam>
internal class FieldRow<TRecord, TValue>(
    ThingKinds owners, ThingKinds holders, string name, FieldType type, Absence absence, string member, string source, string description,
    Func<TRecord, TValue> get, Action<TRecord, TValue>? set)
    : ClaimField<TValue>(owners, name, type, absence, member, source, description)
    where TRecord : class
{
    /// <summary>What the language reads, where that is not what the member says.</summary>
    public Func<Claim, object, TValue>? Derived { get; init; }

    /// <summary>What a line of a test writes, where that is not the member itself.</summary>
    public Action<TRecord, TValue>? Written { get; init; }

    /// <summary>Rules do not read it: its name is a word of tests alone.</summary>
    public bool IsOfTestsOnly { init => IsInLanguage = !value; }

    /// <inheritdoc/>
    public override bool IsSubmitted => set is not null;

    internal override ThingKinds Holders => holders;

    private protected override bool IsWritable => set is not null || Written is not null;

    /// <inheritdoc/>
    public override TValue Read(Claim claim, object thing) => Derived is null ? get(RecordOf(thing)) : Derived(claim, thing);

    /// <inheritdoc/>
    public override object? ValueOf(Claim claim, object thing) => Read(claim, thing) switch
    {
        Code { IsMissing: true } or ImmutableArray<Code> { IsDefault: true } or ImmutableArray<string> { IsDefault: true } => null,
        ImmutableArray<Certificate> { IsDefault: true } or ImmutableArray<Evidence> { IsDefault: true } or CodeList { Presence: not Presence.Known } => null,
        CodeList codes => CodeSources.ToList(codes),
        long cents => (decimal)cents,
        TValue value => value,
        _ => null,
    };

    // A part is a record: nothing is boxed.
    internal override object? PartOf(Claim claim, object thing) => Read(claim, thing);

    internal override TValue Get(object record) => get(RecordOf(record));

    internal override void Set(object record, TValue value) =>
        (set ?? throw new UnreachableException($"{this} follows from other facts."))(RecordOf(record), value);

    internal override void Write(object record, object? value) => (Written ?? set ?? throw new UnreachableException($"{this} is written by no test."))(RecordOf(record), Typed(value));

    // INVARIANT: who reads has asked Owners, who writes Holders; a cast of a type parameter costs as much as the reading.
    private protected virtual TRecord RecordOf(object thing)
    {
        Debug.Assert(thing is TRecord, $"{this} is not read from a {thing.GetType().Name}.");
        return Unsafe.As<TRecord>(thing);
    }

    private TValue Typed(object? value) => value switch
    {
        TValue typed => typed,
        ImmutableArray<Code> codes when CodeList.Of(codes) is TValue list => list,
        null when Absence == Absence.Empty && ImmutableArray<Code>.Empty is TValue none => none,
        null when Absence == Absence.Empty && ImmutableArray<string>.Empty is TValue none => none,
        null => default!, // A null or a default is absent.
        _ => throw new UnreachableException($"{this} is given a {value.GetType().Name}."),
    };
}

/// <summary>A field of service lines, which history lines have too, in the line inside of them.</summary>
internal sealed class LineRow<TValue>(
    string name, FieldType type, Absence absence, string member, string source, string description, Func<ServiceLine, TValue> get, Action<ServiceLine, TValue>? set)
    : FieldRow<ServiceLine, TValue>(
        ThingKinds.Line | ThingKinds.History, ThingKinds.Line | ThingKinds.History, name, type, absence, member, source, description, get, set)
{
    private protected override ServiceLine RecordOf(object thing) => thing as ServiceLine ?? Unsafe.As<HistoryLine>(thing).Line;
}
