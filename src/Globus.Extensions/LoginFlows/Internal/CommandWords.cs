using System.Text;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>The words of a command line: separated by blanks, held together by quotes. Nothing in it is executed or expanded.</summary>
internal static class CommandWords
{
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var isWord = false;
        foreach (var character in command)
        {
            if (quote is not null)
            {
                if (character == quote)
                {
                    quote = null;
                }
                else
                {
                    word.Append(character);
                }
            }
            else if (character is '"' or '\'')
            {
                quote = character;
                isWord = true;
            }
            else if (char.IsWhiteSpace(character))
            {
                Finish();
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }

        Finish();
        return words;

        void Finish()
        {
            if (isWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isWord = false;
        }
    }
}
