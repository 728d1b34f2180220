package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One statement of an SQL file: what it makes, and its query. DuckDB gives the syntax tree of a query only, so the
/// words of a `create` statement before the query are parsed here.
///
/// @param path the path of the file, for messages
/// @param name the name of what it makes, in lower case; empty if it makes nothing
/// @param parameters the parameters of a formula, in parentheses; otherwise empty
/// @param query empty if there is none, as in a table into which rows are loaded
/// @param line the line at which the query begins, from 1
record SqlStatement(
        String path, Makes makes, boolean isRepeatable, String name, String parameters, String query, int line) {

    enum Makes {
        STORED_TABLE,
        DERIVED_TABLE,
        VIEW,
        FORMULA,
        NOTHING
    }

    /// A blank or a comment; a text, in quotation marks or between dollars; a quoted name; a word; or any other
    /// character.
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<blank>\\s+|--[^\\n]*|/\\*.*?\\*/)"
            + "|[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'"
            + "|'[^']*+(?:''[^']*+)*+'"
            + "|(?<tag>\\$[\\p{L}\\p{N}_]*\\$).*?\\k<tag>"
            + "|\"[^\"]*+(?:\"\"[^\"]*+)*+\""
            + "|[\\p{L}\\p{N}_]+"
            + "|.");

    private record Token(String text, int start, int end) {}

    /// The statements of a file, without what is between them.
    static List<SqlStatement> allOf(String path, String text) {
        List<SqlStatement> statements = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group().equals(";")) {
                if (!tokens.isEmpty()) statements.add(new Reader(path, text, tokens).statement());
                tokens = new ArrayList<>();
            } else if (token.group("blank") == null) tokens.add(new Token(token.group(), token.start(), token.end()));
        }
        if (!tokens.isEmpty()) statements.add(new Reader(path, text, tokens).statement());
        return statements;
    }

    /// The names of the parameters of a formula, in lower case and in order.
    List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        int depth = 0;
        String before = "";
        for (String word : parameters.split(" ")) {
            if (word.equals(")")) depth--;
            if (depth == 1 && (before.equals("(") || before.equals(","))) names.add(word.toLowerCase(Locale.ROOT));
            if (word.equals("(")) depth++;
            before = word;
        }
        return names;
    }

    private static final class Reader {

        private final String path;
        private final String text;
        private final List<Token> tokens;
        private int at;

        Reader(String path, String text, List<Token> tokens) {
            this.path = path;
            this.text = text;
            this.tokens = tokens;
        }

        SqlStatement statement() {
            if (!take("create")) return statement(Makes.NOTHING, false, "", "", rest());
            boolean replaces = take("or", "replace");
            if (!take("temp")) take("temporary");
            if (take("macro") || take("function")) return formula(replaces);
            boolean isView = take("view");
            if (!isView && !take("table")) {
                at = 0;
                return statement(Makes.NOTHING, false, "", "", rest());
            }
            boolean isKept = take("if", "not", "exists");
            String name = name();
            parentheses();
            String query = take("as") ? rest() : "";
            Makes table = isKept ? Makes.STORED_TABLE : Makes.DERIVED_TABLE;
            return statement(isView ? Makes.VIEW : table, replaces || isKept, name, "", query);
        }

        private SqlStatement formula(boolean replaces) {
            boolean isKept = take("if", "not", "exists");
            String name = name();
            String parameters = parentheses();
            take("as");
            boolean isTable = take("table");
            return statement(
                    Makes.FORMULA, replaces || isKept, name, parameters, isTable ? rest() : "select " + rest());
        }

        private SqlStatement statement(
                Makes makes, boolean isRepeatable, String name, String parameters, String query) {
            int start = tokens.get(Math.min(at, tokens.size() - 1)).start();
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return new SqlStatement(path, makes, isRepeatable, name, parameters, query, line);
        }

        private boolean take(String... words) {
            if (at + words.length > tokens.size()) return false;
            for (int i = 0; i < words.length; i++)
                if (!tokens.get(at + i).text().equalsIgnoreCase(words[i])) return false;
            at += words.length;
            return true;
        }

        /// The last part of a name, which may be qualified by a schema.
        private String name() {
            String name = "";
            do {
                if (at < tokens.size()) name = tokens.get(at++).text();
            } while (take("."));
            if (name.startsWith("\""))
                name = name.substring(1, name.length() - 1).replace("\"\"", "\"");
            return name.toLowerCase(Locale.ROOT);
        }

        /// The next tokens, if they are in parentheses.
        private String parentheses() {
            int first = at;
            if (!take("(")) return "";
            for (int depth = 1; depth > 0 && at < tokens.size(); at++) {
                if (tokens.get(at).text().equals("(")) depth++;
                if (tokens.get(at).text().equals(")")) depth--;
            }
            return tokens.subList(first, at).stream().map(Token::text).collect(Collectors.joining(" "));
        }

        private String rest() {
            return at < tokens.size()
                    ? text.substring(
                            tokens.get(at).start(),
                            tokens.get(tokens.size() - 1).end())
                    : "";
        }
    }
}
