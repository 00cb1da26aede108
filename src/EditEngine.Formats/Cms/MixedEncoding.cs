using System.Text;

namespace EditEngine.Formats.Cms;

/// <summary>UTF-8 in which bytes that are not are read as Windows-1252.</summary>
/// <remarks>CMS writes Windows-1252; a copy passed through other hands may be UTF-8, and a file of 100 MB cannot be tried twice.</remarks>
internal static class MixedEncoding
{
    public static Encoding Create() => Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new Windows1252Fallback());

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            // The 32 signs that Windows-1252 has where Latin-1 has controls.
            private const string Upper =
                "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
                "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

            private byte[] _bytes = [];
            private int _next;

            public override int Remaining => _bytes.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _bytes = bytesUnknown;
                _next = 0;
                return bytesUnknown.Length > 0;
            }

            public override char GetNextChar()
            {
                if (_next == _bytes.Length)
                {
                    return '\0';
                }

                byte value = _bytes[_next++];
                return value is >= 0x80 and <= 0x9F ? Upper[value - 0x80] : (char)value;
            }

            public override bool MovePrevious()
            {
                bool any = _next > 0;
                _next -= any ? 1 : 0;
                return any;
            }

            public override void Reset() => (_bytes, _next) = ([], 0);
        }
    }
}
