/// Every text that differs from the given one in one digit.
func digitSlips(of text: String) -> [String] {
    var characters = Array(text)
    var slips: [String] = []
    for place in characters.indices where characters[place].isASCII && characters[place].isNumber {
        let own = characters[place]
        for digit in "0123456789" where digit != own {
            characters[place] = digit
            slips.append(String(characters))
        }
        characters[place] = own
    }
    return slips
}

/// The body with the one key digit that the check takes; nil where none does.
func keyed(_ body: String, by check: (String) -> String?) -> String? {
    (0...9).compactMap { check("\(body)\($0)") }.first
}
