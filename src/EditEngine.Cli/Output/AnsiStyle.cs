namespace EditEngine.Cli.Output;

/// <summary>Colours text, or leaves it as it is.</summary>
internal readonly record struct AnsiStyle(bool IsOn)
{
    public string Red(string text) => Coloured("31", text);

    public string Yellow(string text) => Coloured("33", text);

    public string Green(string text) => Coloured("32", text);

    public string Bold(string text) => Coloured("1", text);

    public string Faint(string text) => Coloured("2", text);

    private string Coloured(string code, string text) => IsOn ? $"\u001B[{code}m{text}\u001B[0m" : text;
}
