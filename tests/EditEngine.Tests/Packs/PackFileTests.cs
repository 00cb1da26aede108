using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Lowering;
using EditEngine.Packs;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>A pack file is what was written, or it is refused: no damage throws, and none goes unseen.</summary>
public sealed class PackFileTests : IDisposable
{
    private const string Rules = """
        pack files.sample version "1"
        dates by date of service
        reasons
          MANY = CO 151

        codes @minor : CPT = { 11102, 17110-17111 }

        table @limits from "limits.csv"  dated effective .. deleted
          key code : procedure
          limit : number

        edit LIMIT "More than the limit"
          for each  professional line v, other line m  with same date
          when      row r in @limits for (v.procedure)
          and       v.units > r.limit and m.procedure in @minor
          and       count of line w where (w.procedure = v.procedure) >= 1
          then      deny v  reason MANY
          message   "{v.procedure} more than {r.limit}."
        end

        edit DAY "More on the day than is likely"
          for each  group g of line  by procedure, date
          let       most = 2 if g.procedure = 99213, otherwise 3
          when      count of g > most
          then      deny every line of g  reason MANY
        end

        edit SEEN "Seen before"
          for each  line v, history line h  with same procedure
          when      h.date >= v.date - 30 days and h.status in { paid, adjusted }
          then      review v
        end
        """;

    private readonly PackOnDisk _disk = new(("pack/one.edit", Rules), ("pack/limits.csv", "code,limit,effective,deleted\n99213,1,2025-01-01,\n"));
    private readonly RulePack _pack;
    private readonly byte[] _bytes;

    public PackFileTests()
    {
        CompileResult compiled = _disk.Compile("pack");
        Assert.Empty(compiled.Diagnostics);
        _pack = compiled.Rules!; // It has no mistake.
        using MemoryStream stream = new();
        _pack.Save(stream);
        _bytes = stream.ToArray();
    }

    public static TheoryData<string> Nonsense =>
    [
        .. Replacements.Select(one => one.Name),
    ];

    // What no lowering writes, in a file whose hashes are right.
    private static (string Name, Func<string, string> Change)[] Replacements =>
    [
        ("an unknown operator", text => text.Replace("\"operator\":\"", "\"operator\":\"un", StringComparison.Ordinal)),
        ("an unknown field", text => text.Replace("\"row\":\"line.", "\"row\":\"lime.", StringComparison.Ordinal)),
        ("an unknown expression", text => text.Replace("\"is\":\"and\"", "\"is\":\"nand\"", StringComparison.Ordinal)),
        ("no expression", text => text.Replace("\"is\":\"and\",", "", StringComparison.Ordinal)),
        ("a value of another type", text => text.Replace("\"type\":\"number\"", "\"type\":\"day\"", StringComparison.OrdinalIgnoreCase)),
        ("an unknown action", text => text.Replace("\"action\":\"deny\"", "\"action\":\"Deny\"", StringComparison.Ordinal)),
        ("an unknown type", text => text.Replace("\"type\":\"Truth\"", "\"type\":\"Trust\"", StringComparison.OrdinalIgnoreCase)),
        ("a missing set", text => text.Replace("\"set\":\"0\"", "\"set\":\"7\"", StringComparison.Ordinal)),
        ("no bindings", text => Without(text, "bindings")),
        ("bindings of null", text => With(text, "bindings", null)),
        ("cases of null", text => With(text, "cases", null)),
        ("tuple of null", text => With(text, "tuple", null)),
        ("header of null", text => With(text, "header", null)),
        ("index key of null", text => With(text, "indexKey", null)),
        ("skipped phases of null", text => With(text, "skipPhases", null)),
        ("no slots", text => With(text, "slotCount", 0)),
        ("slots below nothing", text => With(text, "slotCount", -3)),
        ("slots without end", text => With(text, "slotCount", int.MaxValue)),
        ("an edit of null", text => "{\"phases\":[],\"edits\":[null],\"reasons\":[],\"historyNeeds\":[]}"),
        ("no edits", text => "{\"phases\":[],\"reasons\":[],\"historyNeeds\":[]}"),
        ("lists of null", text => "{\"phases\":null,\"edits\":null,\"reasons\":null,\"historyNeeds\":null}"),
        ("null", text => "null"),
        ("no JSON", text => text[..(text.Length / 2)]),
        ("a tower of lists", text => new string('[', 100_000)),
    ];

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void The_same_pack_gives_the_same_bytes_and_a_loaded_one_too()
    {
        RulePack loaded = Load(_bytes).Pack!; // As it was written.
        Assert.Equal(_bytes, Saved(loaded));
        Assert.Equal(_bytes, Saved(_disk.Compile("pack").Rules!)); // It has no mistake.
        Assert.Equal(_bytes, Saved(EditCompiler.Compile(PackSources.Of(loaded, "a.pack"), CompileOptions.Default).Rules!)); // It has no mistake.
        Assert.Equal((_pack.Label, _pack.MeaningHash), (loaded.Label, loaded.MeaningHash));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(_bytes.AsSpan(PackFileForm.HeaderLength, ManifestLength(_bytes)))), loaded.FileHash);
        string need = Assert.Single(_pack.HistoryNeeds.Select(NeedText.Of));
        Assert.StartsWith("status is adjusted or paid; ", need, StringComparison.Ordinal);
        Assert.Equal(need, Assert.Single(loaded.HistoryNeeds.Select(NeedText.Of)));
    }

    [Fact]
    public void A_loaded_pack_fetches_the_history_that_it_needs()
    {
        RulePack loaded = Load(_bytes).Pack!; // As it was written.
        HistoryLine denied = Odd.History[0] with { ClaimId = "D", Status = LineStatus.Denied };
        HistoryLine old = Odd.History[0] with { ClaimId = "O", Line = Odd.History[0].Line with { From = new DateOnly(2024, 3, 1) } };
        Assert.Equal(["H"], loaded.FetchHistory(Odd, [old, .. Odd.History, denied]).Select(line => line.ClaimId));
        Assert.Empty(loaded.FetchHistory(Odd, default));
    }

    [Fact]
    public void What_stands_in_a_file_does_not_hang_on_where_its_pack_lay()
    {
        using PackOnDisk elsewhere = new(("below/pack/one.edit", Rules), ("below/pack/limits.csv", "code,limit,effective,deleted\n99213,1,2025-01-01,\n"));
        Assert.Equal(_bytes, Saved(elsewhere.Compile("below/pack").Rules!)); // It has no mistake.
    }

    [Fact]
    public void A_pack_whose_sources_were_not_kept_runs_and_says_that_it_cannot_be_compiled()
    {
        RulePack bare = EditCompiler.Compile(Path.Combine(_disk.Path, "pack"), new CompileOptions { KeepsSources = false }).Rules!; // It has no mistake.
        RulePack loaded = Load(Saved(bare)).Pack!; // As it was written.
        Assert.Equal(_pack.Label, loaded.Label);
        Assert.Equal("EDIT7008", Assert.Single(EditCompiler.Compile(PackSources.Of(loaded, "a.pack"), CompileOptions.Default).Diagnostics).Id);
    }

    [Theory]
    [InlineData(0, "EDIT7002")]
    [InlineData(7, "EDIT7002")]
    [InlineData(8, "EDIT7004")]
    [InlineData(63, "EDIT7004")]
    [InlineData(64, "EDIT7004")]
    [InlineData(200, "EDIT7004")]
    [InlineData(16_384, "EDIT7004")]
    [InlineData(-16_384, "EDIT7004")]
    [InlineData(-1, "EDIT7004")]
    public void A_file_that_is_cut_off_is_refused(int length, string id) => Refused(id, _bytes[..(length < 0 ? _bytes.Length + length : length)]);

    [Fact]
    public void A_file_that_goes_on_is_refused()
    {
        Refused("EDIT7004", [.. _bytes, 0]);
        byte[] longer = [.. _bytes, .. new byte[16_384]];
        BinaryPrimitives.WriteInt64LittleEndian(longer.AsSpan(16), longer.Length);
        Refused("EDIT7005", longer);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(4u)]
    [InlineData(uint.MaxValue)]
    public void A_file_of_an_older_or_newer_form_is_refused(uint form)
    {
        byte[] other = [.. _bytes];
        BinaryPrimitives.WriteUInt32LittleEndian(other.AsSpan(8), form);
        Refused("EDIT7003", other);
    }

    [Fact]
    public void Not_one_bit_of_a_file_can_be_another()
    {
        const int Seed = 20_250_411;
        Random random = new(Seed);
        int manifest = ManifestLength(_bytes);
        JsonArray sections = JsonNode.Parse(_bytes.AsSpan(PackFileForm.HeaderLength, manifest))!["sections"]!.AsArray(); // Every file has them.
        List<long> places = [0, 8, 12, 16, 24, 32, 63, PackFileForm.HeaderLength, PackFileForm.HeaderLength + manifest - 1, PackFileForm.HeaderLength + manifest];
        Assert.Equal(["sets", "plans", "sources", "table"], sections.Select(section => section!["kind"]!.GetValue<string>())); // As it is written.
        foreach (JsonNode? section in sections)
        {
            long offset = section!["offset"]!.GetValue<long>(); // As it is written.
            long length = section["length"]!.GetValue<long>(); // As it is written.
            places.AddRange([offset - 1, offset, offset + (length / 2), offset + length - 1]);
        }

        places.AddRange(Enumerable.Range(0, 200).Select(_ => random.NextInt64(_bytes.Length)));
        foreach (long place in places)
        {
            byte[] turned = [.. _bytes];
            turned[place] ^= (byte)(1 << random.Next(8));
            PackLoading loading = Load(turned);
            Assert.True(loading.Pack is null && loading.Diagnostics is [{ Id: "EDIT7002" or "EDIT7003" or "EDIT7004" or "EDIT7005" }], $"seed {Seed}, byte {place}: {string.Join(' ', loading.Diagnostics)}");
        }
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void A_plan_that_says_nonsense_is_refused(string name)
    {
        byte[] crafted = Crafted(_bytes, "plans", Replacements.Single(one => one.Name == name).Change);
        Refused("EDIT7006", crafted);
    }

    [Theory]
    [InlineData("unique value", "value")]
    [InlineData("or else", "first", "second")]
    public void A_column_that_no_table_of_its_row_has_is_refused(string expression, params string[] parts)
    {
        int changed = 0;
        string WithColumn(string text, int? column)
        {
            JsonNode document = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!; // As it is written.
            Wrap(document, column);
            return document.ToJsonString();
        }

        void Wrap(JsonNode? node, int? column)
        {
            foreach (JsonNode? part in node is JsonObject all ? [.. all.Select(one => one.Value)] : node is JsonArray list ? [.. list] : Array.Empty<JsonNode?>())
            {
                Wrap(part, column);
            }

            if (node is JsonObject value && value["row"] is JsonObject row && value["column"] is not null)
            {
                value["row"] = new JsonObject([new("is", expression), .. parts.Select(part => KeyValuePair.Create(part, (JsonNode?)row.DeepClone()))]);
                value["column"] = column ?? value["column"]!.GetValue<int>();
                changed++;
            }
        }

        Assert.NotNull(Load(Crafted(_bytes, "plans", text => WithColumn(text, null))).Pack);
        Refused("EDIT7006", Crafted(_bytes, "plans", text => WithColumn(text, 2)));
        Refused("EDIT7006", Crafted(_bytes, "plans", text => WithColumn(text, 1_000_000)));
        Assert.NotEqual(0, changed);
    }

    [Fact]
    public void A_plan_without_its_table_is_refused() =>
        Refused("EDIT7007", Crafted(_bytes, "plans", text => Regex.Replace(text, "\"table\":\"[0-9a-f]{64}\"", $"\"table\":\"{new string('0', 64)}\"")));

    [Fact]
    public void Rules_that_say_nonsense_are_refused_when_they_are_asked_for()
    {
        foreach (Func<string, string> change in (Func<string, string>[])[text => "null", text => "{\"packs\":[null]}", text => text.Replace("\"packs\":[", "\"packs\":[null,", StringComparison.Ordinal), text => "{}", text => text[..^1], text => text.Replace("\"csv\":0", "\"csv\":9", StringComparison.Ordinal), text => With(text, "packs", null)])
        {
            RulePack pack = Load(Crafted(_bytes, "sources", change)).Pack!; // Its plans are sound.
            Assert.Equal("EDIT7006", Assert.Single(PackSources.Of(pack, "a.pack").Diagnostics).Id);
        }
    }

    [Fact]
    public void Numbers_of_any_size_in_plans_are_refused_or_harmless()
    {
        string plans = Encoding.UTF8.GetString(SectionOf(_bytes, "plans"));
        List<string> faults = [];
        int[] odd = [-2, -1, 0, 1, 2, 3, 5, 63, 64, 1_000_000, int.MaxValue, int.MinValue];
        int[] places = [.. Enumerable.Range(1, plans.Length - 2).Where(at => plans[at - 1] == ':' && (char.IsAsciiDigit(plans[at]) || plans[at] == '-'))];
        foreach (int place in places)
        {
            int end = place + 1;
            while (char.IsAsciiDigit(plans[end]))
            {
                end++;
            }

            foreach (int value in odd.Where(value => $"{value}" != plans[place..end]))
            {
                string shown = $"{plans[Math.Max(0, place - 60)..place]} {value}";
                try
                {
                    PackLoading loading = Load(Crafted(_bytes, "plans", text => $"{text[..place]}{value}{text[end..]}"));
                    Assert.True(loading.Pack is not null || loading.Diagnostics is [{ Id: "EDIT7006" }], shown);
                    loading.Pack?.Evaluate(Odd, new DateOnly(2025, 4, 1));
                }
                catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
                {
                    faults.Add($"{shown}\n{fault}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void A_plan_that_lacks_anything_is_refused_or_harmless()
    {
        string plans = Encoding.UTF8.GetString(SectionOf(_bytes, "plans"));
        List<string> faults = [];
        int places = Places(JsonNode.Parse(plans, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!).Count; // As it is written.
        int refused = 0;
        for (int place = 1; place < places; place++)
        {
            foreach ((string name, JsonNode? other) in Others)
            {
                JsonNode document = JsonNode.Parse(plans, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!; // As it is written.
                JsonNode node = Places(document)[place];
                string shown = $"{node.GetPath()} {name}";
                Replace(node, name == "gone", other?.DeepClone());
                try
                {
                    PackLoading loading = Load(Crafted(_bytes, "plans", _ => document.ToJsonString()));
                    Assert.True(loading.Pack is not null ? name != "null" : loading.Diagnostics is [{ Id: "EDIT7006" or "EDIT7007" }], shown);
                    refused += loading.Pack is null ? 1 : 0;
                    loading.Pack?.Evaluate(Odd, new DateOnly(2025, 4, 1));
                }
                catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
                {
                    faults.Add($"{shown}\n{fault}");
                }
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {places * Others.Length}\n{string.Join("\n\n", faults.Select(fault => fault.Split("\n   at S")[0]).Take(20))}");
        Assert.True(refused > places * 2, $"{refused} refused of {places * Others.Length}");
    }

    [Theory]
    [InlineData("need")]
    [InlineData("edge")]
    [InlineData("run")]
    public void What_no_rule_nests_is_refused_on_any_stack(string kind)
    {
        Assert.NotNull(OnSmallStack(() => Load(Crafted(_bytes, "plans", text => Nested(text, kind, 20)))).Pack);
        foreach (int depth in (int[])[250, 3_000])
        {
            PackLoading loading = OnSmallStack(() => Load(Crafted(_bytes, "plans", text => Nested(text, kind, depth))));
            Assert.Contains("one within the other", Assert.Single(loading.Diagnostics).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"no base 64!\"")]
    [InlineData("\"AAAA\"")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Sets_that_are_not_bytes_of_sets_are_refused(string set) => Refused("EDIT7006", Crafted(_bytes, "sets", _ => $"[{set}]"));

    [Fact]
    public void Sets_out_of_order_are_refused()
    {
        CodeInterval[] crossing = [.. Enumerable.Range(0, 20_000).Select(i => new CodeInterval(1_000 + (ulong)i, 10_000_000 - (ulong)i, 3 * i, (3 * i) + 1))];
        Refused("EDIT7006", Crafted(_bytes, "sets", _ => $"[\"{Convert.ToBase64String(MemoryMarshal.AsBytes(crossing.AsSpan()))}\"]"));
        Refused("EDIT7006", Crafted(_bytes, "sets", _ => $"[\"{Convert.ToBase64String(MemoryMarshal.AsBytes(new CodeInterval[] { new(5, 3, 0, 9) }.AsSpan()))}\"]"));
    }

    [Fact]
    public void A_null_is_named_with_its_place()
    {
        PackLoading loading = Load(Crafted(_bytes, "plans", text => With(text, "cases", null)));
        Assert.Contains("there is a null at byte ", Assert.Single(loading.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Contains("behind 'cases'", loading.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_a_device_and_a_path_to_nothing_are_told()
    {
        Assert.Equal("EDIT7001", Assert.Single(RulePack.Load(_disk.Path).Diagnostics).Id);
        Assert.Equal("EDIT7001", Assert.Single(RulePack.Load(Path.Combine(_disk.Path, "none", "a.pack")).Diagnostics).Id);
        Assert.False(RulePack.IsPackFile(_disk.Path));
        Assert.False(RulePack.IsPackFile(Path.Combine(_disk.Path, "none")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("EDIT7001", Assert.Single(RulePack.Load("/dev/zero").Diagnostics).Id);
            Assert.False(RulePack.IsPackFile("/dev/zero"));
        }
    }

    // A need of needs, an edge of edges of periods, or a run of runs, so deep.
    private static string Nested(string plans, string kind, int depth)
    {
        const string NoNeed = "{\"edits\":[],\"codes\":[],\"words\":[],\"keys\":[],\"days\":[]}";
        const string Source = "{\"slot\":9,\"alternatives\":[{\"kinds\":2,\"conditions\":[]}]}";
        string Round(string inner) => kind switch
        {
            "need" => $"{{\"edits\":[],\"codes\":[],\"words\":[],\"keys\":[{{\"field\":\"procedure\",\"oneOf\":[{{\"owner\":\"History\",\"field\":\"procedure\",\"of\":[{inner}]}}],\"unless\":[]}}],\"days\":[]}}",
            "edge" => $"{{\"from\":{{\"is\":\"edge\",\"period\":\"Year\",\"isLast\":false,\"of\":{inner}}},\"months\":0,\"days\":0}}",
            _ => $"{{\"slot\":9,\"alternatives\":[{{\"kinds\":0,\"conditions\":[],\"list\":{{\"is\":\"last run\",\"source\":{inner},\"by\":{{\"is\":\"date of\",\"slot\":9}},\"previous\":10,\"broken\":{{\"is\":\"is payable\",\"slot\":9}}}}}}]}}",
        };
        string inner = kind switch { "need" => NoNeed, "edge" => "{\"from\":{\"is\":\"day\",\"day\":\"2025-01-01\"},\"months\":0,\"days\":0}", _ => Source };
        StringBuilder before = new();
        StringBuilder behind = new();
        string[] round = Round("|").Split('|');
        for (int i = 0; i < depth; i++)
        {
            before.Append(round[0]);
            behind.Append(round[1]);
        }

        string nested = $"{before}{inner}{behind}";
        string need = kind == "edge" ? $"{{\"edits\":[],\"codes\":[],\"words\":[],\"keys\":[],\"days\":[{{\"field\":\"date\",\"isUpper\":false,\"oneOf\":[{nested}],\"unless\":[]}}]}}" : nested;
        return kind != "run"
            ? plans.Replace("\"historyNeeds\":[", $"\"historyNeeds\":[{need},", StringComparison.Ordinal)
            : plans.Replace("\"bindings\":[", $"\"bindings\":[{{\"slot\":9,\"source\":{nested}}},", StringComparison.Ordinal).Replace("\"slotCount\":", "\"slotCount\":1", StringComparison.Ordinal);
    }

    private static T OnSmallStack<T>(Func<T> work)
    {
        T? done = default;
        Thread thread = new(() => done = work(), 256 * 1024);
        thread.Start();
        thread.Join();
        return done!; // It ended.
    }

    // What may stand in the place of anything.
    private static (string Name, JsonNode? Value)[] Others { get; } =
        [("gone", null), ("null", null), ("an empty list", new JsonArray()), ("a text", "x")];

    private static List<JsonNode> Places(JsonNode root)
    {
        List<JsonNode> places = [root];
        for (int i = 0; i < places.Count; i++)
        {
            IEnumerable<JsonNode?> inner = places[i] switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
            places.AddRange(inner.OfType<JsonNode>());
        }

        return places;
    }

    private static void Replace(JsonNode node, bool isGone, JsonNode? other)
    {
        if (node.Parent is JsonObject members)
        {
            string name = node.GetPropertyName();
            if (isGone)
            {
                members.Remove(name);
            }
            else
            {
                members[name] = other;
            }
        }
        else if (node.Parent is JsonArray items && isGone)
        {
            items.RemoveAt(node.GetElementIndex());
        }
        else if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = other;
        }
    }

    private static Claim Odd { get; } = new()
    {
        Id = "C-1",
        Type = ClaimType.Professional,
        Lines =
        [
            new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = 4, From = new DateOnly(2025, 3, 4) },
            new ServiceLine { Number = 2, Procedure = Code.From(CodeSystem.Procedure, "11102"), Units = 1, From = new DateOnly(2025, 3, 4) },
        ],
        History = [new HistoryLine { ClaimId = "H", Status = LineStatus.Paid, Line = new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), From = new DateOnly(2025, 3, 1) } }],
    };

    private static int ManifestLength(byte[] file) => (int)PackFileForm.ManifestLengthOf(file);

    private static byte[] Saved(RulePack pack)
    {
        using MemoryStream stream = new();
        pack.Save(stream);
        return stream.ToArray();
    }

    private static string With(string json, string member, JsonNode? value) => Changed(json, edit => edit[member] = value?.DeepClone());

    private static string Without(string json, string member) => Changed(json, edit => edit.Remove(member));

    private static string Changed(string json, Action<JsonObject> change)
    {
        JsonObject document = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!.AsObject(); // As it is written.
        change(document["edits"] is JsonArray edits ? edits[0]!.AsObject() : document); // As it is written.
        return document.ToJsonString();
    }

    private static byte[] SectionOf(byte[] file, string kind)
    {
        JsonNode section = JsonNode.Parse(file.AsSpan(PackFileForm.HeaderLength, ManifestLength(file)))!["sections"]!.AsArray().First(one => one!["kind"]!.GetValue<string>() == kind)!; // As it is written.
        return file.AsSpan((int)section["offset"]!.GetValue<long>(), (int)section["length"]!.GetValue<long>()).ToArray(); // As it is written.
    }

    // A file with right hashes that says something else.
    private static byte[] Crafted(byte[] file, string kind, Func<string, string> change)
    {
        PackManifest manifest = JsonSerializer.Deserialize(file.AsSpan(PackFileForm.HeaderLength, ManifestLength(file)), PackJson.Default.PackManifest)!; // As it is written.
        byte[][] contents =
        [
            .. manifest.Sections.Select(section => file.AsSpan((int)section.Offset, (int)section.Length).ToArray())
                .Select((bytes, place) => manifest.Sections[place].Kind == kind ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))) : bytes),
        ];
        byte[] contentsTable = [];
        int before;
        do
        {
            before = contentsTable.Length;
            long at = PackFileForm.HeaderLength + before;
            List<PackSection> sections = [];
            foreach ((PackSection section, byte[] bytes) in manifest.Sections.Zip(contents))
            {
                long offset = PackFileForm.NextSectionAt(at);
                sections.Add(section with { Offset = offset, Length = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
                at = offset + bytes.Length;
            }

            manifest = manifest with { Sections = [.. sections] };
            contentsTable = JsonSerializer.SerializeToUtf8Bytes(manifest, PackJson.Default.PackManifest);
        }
        while (contentsTable.Length != before);

        byte[] crafted = new byte[manifest.Sections[^1].Offset + manifest.Sections[^1].Length];
        PackFileForm.Header(before, crafted.Length, SHA256.HashData(contentsTable)).CopyTo(crafted, 0);
        contentsTable.CopyTo(crafted, PackFileForm.HeaderLength);
        foreach ((PackSection section, byte[] bytes) in manifest.Sections.Zip(contents))
        {
            bytes.CopyTo(crafted, section.Offset);
        }

        return crafted;
    }

    private void Refused(string id, byte[] bytes)
    {
        PackLoading loading = Load(bytes);
        Assert.Null(loading.Pack);
        Assert.Equal(id, Assert.Single(loading.Diagnostics).Id);
    }

    private PackLoading Load(byte[] bytes)
    {
        _disk.Write("a.pack", bytes);
        return RulePack.Load(Path.Combine(_disk.Path, "a.pack"));
    }
}
