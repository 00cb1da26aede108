using System.Reflection;
using EditEngine.Analysis.Linting;
using EditEngine.Compiler.Syntax;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>What an analyst can write is read: each part of a clause or declaration is asked for outside of the room that makes it.</summary>
public sealed class ClauseReaderTests
{
    private static readonly HashSet<MethodBase> Called = CalledGetters();

    public static TheoryData<string> Parts =>
    [
        .. from type in typeof(ClauseSyntax).Assembly.GetTypes()
           where !type.IsAbstract && (type.IsAssignableTo(typeof(ClauseSyntax)) || type.IsAssignableTo(typeof(DeclarationSyntax)))
           from part in PartsOf(type)
           select $"{type.Name}.{part.Name}",
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_part_of_a_clause_has_a_reader(string part)
    {
        string[] names = part.Split('.');
        Type type = typeof(ClauseSyntax).Assembly.GetType($"{typeof(ClauseSyntax).Namespace}.{names[0]}", throwOnError: true)!; // It throws where there is none.
        MethodInfo getter = PartsOf(type).Single(one => one.Name == names[1]).GetMethod!; // Parts are read.
        Assert.True(Called.Contains(getter), $"Nothing reads {part}.");
    }

    private static IEnumerable<PropertyInfo> PartsOf(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

    private static HashSet<MethodBase> CalledGetters()
    {
        HashSet<MethodBase> called = [];
        foreach (Type type in new[] { typeof(ClauseSyntax).Assembly, typeof(PackLints).Assembly }.SelectMany(assembly => assembly.GetTypes()))
        {
            if (type.Namespace?.StartsWith(typeof(ClauseSyntax).Namespace!, StringComparison.Ordinal) == true) // A class here has a namespace.
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
