using System.Globalization;
using System.Text;
using EditEngine.Cli.Output;
using EditEngine.Formats;

namespace EditEngine.Cli.Outputs;

/// <summary>The standard output and the error stream of the tool. A failure of the first ends a command; one of the second is kept until its end.</summary>
internal static class StandardStreams
{
    private static readonly ErrorStream Error = new(Open(2));

    /// <summary>True where something of the error stream was lost.</summary>
    public static bool IsErrorLost => Error.IsLost;

    /// <summary>Makes all that is printed go through here.</summary>
    public static void Use()
    {
        Console.SetOut(new ShownText(new OutputStream(Open(1)), Terminal.IsOutput));
        Console.SetError(new ShownText(Error, Terminal.IsError));
    }

    /// <summary>An open stream by its number; not buffered, and not closed when disposed.</summary>
    public static Stream Open(int descriptor) => !OperatingSystem.IsWindows() ? new DescriptorStream(descriptor) : descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

    /// <summary>The standard input.</summary>
    /// <exception cref="IOException">The process was started without one.</exception>
    public static Stream OpenInput() =>
        OperatingSystem.IsWindows() || DescriptorStream.IsGiven(0) ? Console.OpenStandardInput() : throw new IOException("the standard input is closed.");

    /// <summary>Text that is printed at once. Whatever it holds steers no terminal but by what a terminal is sent on purpose.</summary>
    private sealed class ShownText(Stream stream, bool isTerminal) : TextWriter(CultureInfo.InvariantCulture)
    {
        private readonly string _kept = isTerminal ? "\n\t\r\u001B" : "\n\t";

        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        public override string NewLine => "\n";

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer) => stream.Write(Encoding.GetBytes(EscapedText.Of(buffer, _kept)));

        // In one piece: two processes may print into one log.
        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void WriteLine() => Write(NewLine);
    }

    /// <summary>Says whose failure it is.</summary>
    private sealed class OutputStream(Stream inner) : PassedStream
    {
        protected override void Pass(byte[] buffer, int offset, int count)
        {
            try
            {
                inner.Write(buffer, offset, count);
            }
            catch (IOException fault)
            {
                throw new StandardOutputException(fault.Message, fault);
            }
        }
    }

    /// <summary>What cannot be told cannot be told either that it was not: the work goes on.</summary>
    private sealed class ErrorStream(Stream inner) : PassedStream
    {
        public bool IsLost { get; private set; }

        protected override void Pass(byte[] buffer, int offset, int count)
        {
            try
            {
                inner.Write(buffer, offset, count);
            }
            catch (IOException)
            {
                IsLost = true;
            }
        }
    }

    private abstract class PassedStream : Stream
    {
        public sealed override bool CanRead => false;

        public sealed override bool CanSeek => false;

        public sealed override bool CanWrite => true;

        public sealed override long Length => throw new NotSupportedException();

        public sealed override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public sealed override void Write(byte[] buffer, int offset, int count) => Pass(buffer, offset, count);

        public sealed override void Flush()
        {
        }

        public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public sealed override void SetLength(long value) => throw new NotSupportedException();

        protected abstract void Pass(byte[] buffer, int offset, int count);
    }
}

/// <summary>The standard output cannot be written: its disk is full, or its reader is gone.</summary>
internal sealed class StandardOutputException(string message, IOException inner) : IOException(message, inner);
