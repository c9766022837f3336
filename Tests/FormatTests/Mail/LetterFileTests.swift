import Basics
import Formats
import Testing
import UseCases

/// What strangers send, read into what may be shown.
struct LetterFileTests {
    private func letter(_ head: String, _ body: String = "Здравствуйте") -> [UInt8] {
        Array(
            """
            From: =?utf-8?B?0JjQstCw0L0=?= <Owner@Romashka.example>
            Message-ID: <1@romashka.example>
            Date: Mon, 05 Oct 2026 10:00:00 +0300
            \(head)

            \(body)
            """.replacing("\n", with: "\r\n").utf8)
    }

    private func multipart(_ parts: [String], type: String = "mixed") -> [UInt8] {
        letter(
            "MIME-Version: 1.0\nContent-Type: multipart/\(type); boundary=\"b\"",
            parts.map { "--b\n\($0)\n" }.joined() + "--b--\n")
    }

    @Test func `a letter of today is read with its sender, its day and what it answers`() {
        let read = LetterFile.read(
            letter(
                "Subject: =?koi8-r?B?4cvUINPXxdLLyQ==?=\nIn-Reply-To: <a@b.example>\nReferences: <c@d.example>\n <a@b.example>\nContent-Type: text/plain; charset=utf-8"
            ))
        #expect(read.sender == "owner@romashka.example" && read.senderName == "Иван")
        #expect(read.subject == "Акт сверки" && read.messageID == "1@romashka.example")
        #expect(read.answers == ["a@b.example", "a@b.example", "c@d.example"])
        #expect(read.writtenAt?.description == "2026-10-05T07:00:00Z")
        #expect(read.text == "Здравствуйте" && !read.isAutomatic && read.bounce == nil)
    }

    @Test(arguments: [
        ("koi8-r", "8NLJ18XU"), ("windows-1251", "z/Do4uXy"), ("utf-8", "0J/RgNC40LLQtdGC"),
        // What calls itself something else, or nothing that there is.
        ("utf-8", "z/Do4uXy"), ("x-unknown-charset", "z/Do4uXy"), ("us-ascii", "0J/RgNC40LLQtdGC"),
    ])
    func `a Russian text is read in whatever charset it came`(charset: String, base64: String) {
        let read = LetterFile.read(
            letter("Content-Type: text/plain; charset=\(charset)\nContent-Transfer-Encoding: base64", base64))
        #expect(read.text == "Привет", "\(charset): \(read.text)")
    }

    @Test func `of markup the text is taken and nothing else`() {
        let read = LetterFile.read(
            letter(
                "Content-Type: text/html; charset=utf-8",
                """
                <html><head><title>Нет</title><style>p { color: red }</style></head><body><!-- тайна -->
                <p>Прошу&nbsp;акт &laquo;за год&raquo; &#8212; &lt;b&gt;</p><script>alert(1)</script>
                <div onclick="x()">Спасибо<br>Иван</div><img src="http://spy.example/1.png"></body></html>
                """))
        #expect(read.text.contains("Прошу акт «за год» — <b>"), "\(read.text)")
        #expect(read.text.contains("Спасибо\nИван"))
        for word in ["Нет", "color", "тайна", "alert", "spy", "onclick"] {
            #expect(!read.text.contains(word))
        }
    }

    @Test func `where there is a text beside the markup, the text is taken`() {
        let read = LetterFile.read(
            multipart(
                [
                    "Content-Type: text/plain; charset=utf-8\n\nТекст",
                    "Content-Type: text/html; charset=utf-8\n\n<p>Разметка</p>",
                ], type: "alternative"))
        #expect(read.text == "Текст")
    }

    @Test func `files come with their names in every spelling, and no name leads out of a folder unseen`() {
        let pdf = "JVBERi0xLjQKJSVFT0Y="
        let read = LetterFile.read(
            multipart([
                "Content-Type: text/plain\n\nhi",
                "Content-Type: application/pdf; name=\"=?utf-8?B?0YHQutCw0L0ucGRm?=\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n\(pdf)",
                "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=utf-8''%D1%81%D1%87%D1%91%D1%82.pdf\n\n\(pdf)",
            ]))
        #expect(read.files.map(\.name) == ["скан.pdf", "счёт.pdf"])
        #expect(read.files.allSatisfy { $0.bytes.starts(with: Array("%PDF-1.4".utf8)) })
    }

    @Test func `a head that hides line ends in its words begins no line of its own`() {
        let read = LetterFile.read(
            letter("Subject: =?utf-8?Q?a=0D=0ABcc:_all@example.org=0D=0A=0D=0Abody=E2=80=AE?="))
        #expect(read.subject == "a Bcc: all@example.org body", "\(read.subject)")
    }

    @Test(arguments: [
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated", "Precedence: bulk",
        "Return-Path: <>",
        "List-Id: <news.example>", "X-Kontragent-Kind: request-made",
    ])
    func `a letter that a program wrote is known by its head`(field: String) {
        #expect(LetterFile.read(letter(field)).isAutomatic)
        #expect(!LetterFile.read(letter("Auto-Submitted: no")).isAutomatic)
    }

    private static let report = """
        --b
        Content-Type: text/plain

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; Owner@Romashka.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 no such user

        --b
        Content-Type: message/rfc822

        Message-ID: <request-2F12-2F3@provider.example>
        Subject: x

        x
        --b--
        """

    @Test func `a mail server's word that a letter did not arrive names the letter and the reason`() {
        let report = "multipart/report; report-type=delivery-status; boundary=\"b\""
        let read = LetterFile.read(
            letter("MIME-Version: 1.0\nContent-Type: \(report)", LetterFileTests.report))
        let bounce = read.bounce
        #expect(bounce?.original == "request-2F12-2F3@provider.example")
        #expect(bounce?.recipient == "owner@romashka.example" && bounce?.isFinal == true)
        #expect(bounce?.reason == "5.1.1 smtp; 550 no such user" && read.isAutomatic)
        // Passed on by a person it is part of what that person writes.
        let passedOn = LetterFile.read(
            letter(
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"", LetterFileTests.report))
        #expect(passedOn.bounce == nil && !passedOn.isAutomatic && passedOn.text.contains("Sorry."))
    }

    @Test func `the checks of a mail server are read without what strangers wrote between brackets`() {
        let read = LetterFile.read(
            letter(
                """
                Authentication-Results: mx.example (dmarc=pass header.from=romashka.example);
                 spf=fail smtp.mailfrom=evil.example; dkim=pass header.d=evil.example
                Authentication-Results: other.example; dmarc=pass header.from=romashka.example
                """))
        #expect(read.checks.map(\.server) == ["mx.example", "other.example"])
        #expect(read.checks.first?.passed == [.init(method: "dkim", domain: "evil.example")])
        #expect(read.checks.last?.passed == [.init(method: "dmarc", domain: "romashka.example")])
    }

    @Test(arguments: [
        #"smtp.mailfrom="x; dmarc=pass header.from=romashka.example y"@evil.example"#,
        "smtp.mailfrom==?utf-8?q?=3Bdmarc=3Dpass_header.from=3Dromashka.example_?=@evil.example",
        #"smtp.mailfrom="a\"; dmarc=pass header.from=romashka.example (b"@evil.example"#,
        #"smtp.mailfrom="; dmarc=pass header.from=romashka.example"#,
        "smtp.mailfrom=(; dmarc=pass header.from=romashka.example",
    ])
    func `a stranger's address in the checks of a mail server proves nothing`(said: String) {
        let read = LetterFile.read(letter("Authentication-Results: mx.example; spf=fail \(said)"))
        #expect(read.checks.first.map { $0.passed } == [])
    }

    @Test(arguments: [20, 100, 3000])
    func `letters nested deep are read as far as people nest them`(depth: Int) {
        var text = ""
        for level in 0..<depth {
            text += "Content-Type: multipart/mixed; boundary=\"b\(level)\"\n\n--b\(level)\n"
        }
        let read = LetterFile.read(
            Array(
                ("From: a@b.example\nSubject: deep\nMIME-Version: 1.0\n" + text
                    + "Content-Type: text/plain\n\nhi\n").utf8))
        #expect(read.sender == "a@b.example" && read.subject == "deep")
        #expect(depth == 20 ? read.text == "hi" : read.leftOut > 0 && read.text.isEmpty, "\(depth)")
    }

    @Test func `of ten thousand files a few are kept and the others counted`() {
        let part =
            "Content-Type: image/png; name=\"a.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
        let read = LetterFile.read(
            multipart(
                ["Content-Type: text/plain\n\nhi"] + Array(repeating: part, count: 10_000)))
        #expect(read.text == "hi" && read.files.count == IncomingLetter.mostFiles)
        #expect(read.leftOut == 10_000 - IncomingLetter.mostFiles, "\(read.leftOut)")
    }

    @Test func `two senders are none, and so are broken ones`() {
        for from in ["a@b.example, c@d.example", "", "nobody", "<>", "a b c <a@b@c>"] {
            let read = LetterFile.read(Array("From: \(from)\r\nSubject: x\r\n\r\nhi".utf8))
            #expect(!read.sender.contains("@") || from.contains("a@b@c"), "\(from): \(read.sender)")
        }
    }

    @Test func `a letter cut at any byte is read as far as it goes`() {
        let whole = multipart([
            "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8NLJ18XU",
            "Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: inner\n\ninner",
            "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=",
        ])
        for end in whole.indices {
            let read = LetterFile.read(Array(whole[..<end]))
            #expect(read.text.unicodeScalars.count <= IncomingLetter.mostText)
        }
        #expect(LetterFile.read(whole).text == "Привет\n\ninner")
        #expect(LetterFile.read([]).sender.isEmpty)
        #expect(LetterFile.read(Array(repeating: 0, count: 5000)).files.isEmpty)
    }
}
