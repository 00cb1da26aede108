using System.Buffers;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>Writes claims in JSON as <see cref="JsonClaimReader"/> reads them: one object of the claim schema a line.</summary>
/// <remarks>What is absent is not written; a list whose absence says the same as its being empty is not written when empty. One a thread.</remarks>
public sealed class ClaimWriter : IDisposable
{
    private static readonly Action<Utf8JsonWriter, object> Members = MemberWriters.Of(FieldTable.Claim);

    private readonly Utf8JsonWriter _json = new(new ArrayBufferWriter<byte>(1), JsonMembers.OneLine);

    /// <summary>Writes a claim and a line feed.</summary>
    public void Write(Claim claim, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(output);
        _json.Reset(output);
        _json.WriteStartObject();
        Members(_json, claim);
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
