namespace Globus.Extensions.Tests.Api;

/// <summary>Two texts side by side: lines that went with a minus, lines that came with a plus.</summary>
internal static class LineDiff
{
    public static IReadOnlyList<string> Between(string before, string after)
    {
        var left = before.Split('\n');
        var right = after.Split('\n');
        var common = CommonLengths(left, right);
        var lines = new List<string>();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == right.Length || i < left.Length && common[i + 1, j] >= common[i, j + 1])
            {
                lines.Add($"- {left[i++]}");
            }
            else
            {
                lines.Add($"+ {right[j++]}");
            }
        }

        return lines;
    }

    // The length of the longest common subsequence of what follows each pair of lines.
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
