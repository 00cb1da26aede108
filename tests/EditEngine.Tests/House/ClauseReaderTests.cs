using System.Reflection;
using EditEngine.Analysis.Linting;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>
/// What an analyst can write is read: each part of what stands in a file is asked for outside of the room that makes it, and each part of what it is bound to
/// outside of the room that binds: by what runs, checks, tells or lists it.
/// </summary>
public sealed class ClauseReaderTests
{
    private static readonly HashSet<MethodBase> ReadOfFiles = GettersCalledOutside(typeof(ClauseSyntax).Namespace!); // A class here has a namespace.

    private static readonly HashSet<MethodBase> ReadOfEdits = GettersCalledOutside(typeof(BoundEdit).Namespace!); // A class here has a namespace.

    /// <summary>Parts that nothing need read, each with why.</summary>
    private static readonly Dictionary<string, string> Unread = new()
    {
        ["BoundEdit.IsRetro"] = "the binder itself lets actions on history through by it",
    };

    private static readonly Type[] Bound = [typeof(BoundEdit), typeof(Deprecation), typeof(BoundCase), typeof(BoundException), typeof(BoundAction), typeof(BoundAddedLine)];

    public static TheoryData<string> Parts => [.. PartsIn(type => type.IsAssignableTo(typeof(SyntaxNode)) && !type.IsAssignableTo(typeof(ExpressionSyntax)))];

    public static TheoryData<string> BoundParts => [.. PartsIn(type => Bound.Contains(type))];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_part_of_a_clause_has_a_reader(string part)
    {
        string[] names = part.Split('.');
        Type type = typeof(ClauseSyntax).Assembly.GetType($"{typeof(ClauseSyntax).Namespace}.{names[0]}", throwOnError: true)!; // It throws where there is none.
        MethodInfo getter = PartsOf(type).Single(one => one.Name == names[1]).GetMethod!; // Parts are read.
        Assert.True(ReadOfFiles.Contains(getter), $"Nothing reads {part}.");
    }

    [Theory]
    [MemberData(nameof(BoundParts))]
    public void Each_part_of_a_bound_edit_has_a_reader(string part)
    {
        string[] names = part.Split('.');
        MethodInfo getter = PartsOf(Bound.Single(type => type.Name == names[0])).Single(one => one.Name == names[1]).GetMethod!; // Parts are read.
        Assert.True(ReadOfEdits.Contains(getter), $"Nothing reads {part}.");
    }

    private static IEnumerable<string> PartsIn(Func<Type, bool> takes) =>
        from type in typeof(ClauseSyntax).Assembly.GetTypes()
        where !type.IsAbstract && takes(type)
        from part in PartsOf(type)
        where !Unread.ContainsKey($"{type.Name}.{part.Name}") && part.Name != nameof(BoundNode.Children)
        select $"{type.Name}.{part.Name}";

    private static IEnumerable<PropertyInfo> PartsOf(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

    private static HashSet<MethodBase> GettersCalledOutside(string room)
    {
        HashSet<MethodBase> called = [];
        foreach (Type type in new[] { typeof(ClauseSyntax).Assembly, typeof(PackLints).Assembly, Assembly.Load("edits") }.SelectMany(assembly => assembly.GetTypes()))
        {
            if (type.Namespace?.StartsWith(room, StringComparison.Ordinal) == true)
            {
                continue;
            }

            const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (MethodBase method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            {
                called.UnionWith(CallsOf(method));
            }
        }

        return called;
    }

    // A call is one byte and four of a token; a few bytes that only look like one name no getter, or one that is called elsewhere.
    private static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        const byte Call = 0x28;
        const byte VirtualCall = 0x6F;
        const int MethodHere = 0x06;
        const int MethodElsewhere = 0x0A;
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            int token = BitConverter.ToInt32(code, i + 1);
            if (code[i] is Call or VirtualCall && token >>> 24 is MethodHere or MethodElsewhere && Resolve(method, token) is { IsSpecialName: true } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception fault) when (fault is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
