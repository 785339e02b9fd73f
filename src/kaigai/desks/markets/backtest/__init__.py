"""The model held to the past: were the markets that it ranked first the ones that came?"""
