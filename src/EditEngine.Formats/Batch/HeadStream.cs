using System.Runtime.ExceptionServices;

namespace EditEngine.Formats.Batch;

/// <summary>A stream whose first bytes can be looked at before it is read. Pipes cannot be wound back, so they are kept instead.</summary>
internal sealed class HeadStream : ForwardStream
{
    private readonly Stream _rest;
    private readonly byte[] _head;
    private readonly int _length;
    private readonly ExceptionDispatchInfo? _fault;
    private int _position;

    /// <summary>Reads the first bytes of a stream; the stream is disposed with this one.</summary>
    public HeadStream(Stream stream, int count)
        : base(stream)
    {
        _rest = stream;
        _head = new byte[count];
        try
        {
            while (_length < count && stream.Read(_head.AsSpan(_length)) is int read and > 0)
            {
                _length += read;
            }
        }
        catch (Exception fault) when (_length > 0 && fault is IOException or InvalidDataException)
        {
            _fault = ExceptionDispatchInfo.Capture(fault); // what came before it is still good
        }
    }

    /// <summary>The first bytes; fewer than asked for only where the stream has no more.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    public override int Read(Span<byte> buffer)
    {
        if (_position == _length)
        {
            _fault?.Throw();
            return _rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _length - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
