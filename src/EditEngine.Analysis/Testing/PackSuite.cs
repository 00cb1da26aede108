using System.Collections.Immutable;
using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Notation;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Testing;

/// <summary>A test of a pack, as a test framework names it.</summary>
/// <param name="Number">Its position in the suite, from 0.</param>
/// <param name="Edit">The edit beside which it stands.</param>
/// <param name="Title">Its title; of a <c>test each</c>, with its value.</param>
/// <param name="File">Full path of the rule file.</param>
/// <param name="Line">Its line there, from 1.</param>
public sealed record SuiteTest(int Number, string Edit, string Title, string File, int Line);

/// <summary>The tests beside the edits of a pack, for a framework that runs them one by one. Safe from any thread.</summary>
public sealed class PackSuite
{
    private readonly PackSources _sources;
    private readonly ImmutableArray<(string Edit, TestCase Test)> _tests;
    private readonly Lazy<PreparedPack>? _pack;

    private PackSuite(PackSources sources, CompileResult compiled, string folder)
    {
        _sources = sources;
        _tests = [.. compiled.Tests.SelectMany(edit => edit.Cases.Select(test => (edit.Edit, test)))];
        _pack = compiled.Pack is BoundPack pack ? new(() => new PreparedPack(pack)) : null;
        Problems = [.. compiled.Diagnostics.Where(problem => problem.Severity == Severity.Error)];
        Tests = [.. _tests.Select((one, at) => new SuiteTest(at, one.Edit, one.Test.Title, Path.GetFullPath(one.Test.Place.File, folder), one.Test.Place.Line))];
    }

    /// <summary>The mistakes that keep the pack, or a test of it, from running; empty where there are none.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>By file and place; empty where the pack does not run.</summary>
    public ImmutableArray<SuiteTest> Tests { get; }

    /// <summary>Compiles the pack at a path.</summary>
    /// <param name="path">A folder, or a <c>.edit</c> file. Neither bad rules nor what lies on the disk make it throw.</param>
    public static PackSuite Open(string path)
    {
        PackSources sources = Compiler.Packs.PackReader.Read(path);
        string full = Path.GetFullPath(path);
        return new PackSuite(sources, EditCompiler.Compile(sources, CompileOptions.Default), Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full);
    }

    /// <summary>Runs a test.</summary>
    /// <param name="test">One of <see cref="Tests"/>.</param>
    /// <returns>Null where it passes; else what was expected, what was found instead, and why its edit did, or did not, fire.</returns>
    public string? WhyNot(SuiteTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        (string edit, TestCase one) = _tests[test.Number];
        if (_pack is null || one.Claim is not Claim claim)
        {
            return "A mistake keeps the test from running.";
        }

        PreparedPack pack = _pack.Value;
        TestOutcome outcome = PackTests.Judge(edit, one, pack.Evaluate(claim, one.AsOf));
        if (outcome.HasPassed)
        {
            return null;
        }

        string trace = pack.Pack.Edits.FirstOrDefault(known => known.Id == edit) is BoundEdit known ? ExplanationText.Of(EditTracer.Trace(pack.Pack, known, claim, one.AsOf, TextAt)) : "";
        return string.Join('\n', outcome.Failures.SelectMany(failure => new[] { $"{failure.Place}: expected {failure.Expected}" }.Concat(failure.Found.Select(found => "  found " + found)))) + "\n\n" + trace;
    }

    private string TextAt(SourceSpan place) => _sources.Texts.FirstOrDefault(text => text.File == place.File)?.Text.Substring(place.Start, place.Length) ?? "";
}
