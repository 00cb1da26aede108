namespace EditEngine.Cli;

/// <summary>Where the process begins. A class of its own: of statements without one the framework's web parts would make a public class.</summary>
internal static class Program
{
    private static int Main(string[] args) => Tool.Run(args);
}
